package org.planpulse.jobs.run;

import java.time.ZoneId;

/** The time of days and hours in files, tables and schedules, wherever the program runs. */
public final class ChinaTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}
}
