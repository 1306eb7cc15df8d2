package org.planpulse.jobs.bench;

import java.util.stream.DoubleStream;

/** The middle one; of an even number the upper of the two in the middle. */
final class Median {

  private Median() {}

  static double of(double[] seconds) {
    return DoubleStream.of(seconds).sorted().skip(seconds.length / 2).findFirst().orElseThrow();
  }
}
