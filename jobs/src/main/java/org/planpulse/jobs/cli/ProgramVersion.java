package org.planpulse.jobs.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into the jar's manifest. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = PlanPulse.class.getPackage().getImplementationVersion();
    return new String[] {"PlanPulse " + (version == null ? "(unpackaged)" : version)};
  }
}
