package org.planpulse.jobs.cli;

import java.util.List;
import java.util.stream.Stream;
import org.planpulse.jobs.conform.ConformAdminUnits;
import org.planpulse.jobs.conform.ConformControlZones;
import org.planpulse.jobs.conform.ConformDocuments;
import org.planpulse.jobs.conform.ConformObservations;
import org.planpulse.jobs.conform.ConformParcels;
import org.planpulse.jobs.conform.ConformRasters;
import org.planpulse.jobs.conform.ConformRegisters;
import org.planpulse.jobs.conform.ConformStatistics;
import org.planpulse.jobs.conform.ConformThemes;
import org.planpulse.jobs.conform.CorrectionJob;
import org.planpulse.jobs.conform.DeliveryLedger;
import org.planpulse.jobs.indicators.IndicatorJob;
import org.planpulse.jobs.ingest.IngestJob;
import org.planpulse.jobs.publish.AnnualReportJob;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.spatial.LandAreaJob;
import org.planpulse.jobs.spatial.LandChangeJob;
import org.planpulse.jobs.spatial.LineRuleJob;
import org.planpulse.jobs.spatial.ServiceAreaJob;
import org.planpulse.jobs.spatial.TopologyJob;
import org.planpulse.jobs.spatial.ZonalStatisticsJob;
import org.planpulse.jobs.spatial.ZoneOverlayJob;

/** The jobs of a run; their order follows from the tables they name. */
public final class Pipeline {

  private Pipeline() {}

  /** All of them. */
  public static List<Job> jobs() {
    return Stream.concat(
            loading().stream(),
            Stream.of(
                new DeliveryLedger(),
                new LandAreaJob(),
                new LandChangeJob(),
                new ZoneOverlayJob(),
                new LineRuleJob(),
                new ZonalStatisticsJob(),
                new ServiceAreaJob(),
                new IndicatorJob(),
                new AnnualReportJob()))
        .toList();
  }

  /** Those that make tables of what had been read by an earlier day, without the report. */
  static List<Job> afterReading() {
    return jobs().stream()
        .filter(job -> !(job instanceof IngestJob || job instanceof AnnualReportJob))
        .map(job -> job instanceof CorrectionJob ? new CorrectionJob(true) : job)
        .map(job -> job instanceof IndicatorJob ? new IndicatorJob(true) : job)
        .toList();
  }

  /** Those that read what departments handed over and hold it against the contracts. */
  public static List<Job> loading() {
    return List.of(
        new IngestJob(),
        new CorrectionJob(),
        new ConformAdminUnits(),
        new ConformControlZones(),
        new ConformParcels(),
        new ConformStatistics(),
        new ConformObservations(),
        new ConformRasters(),
        new ConformThemes(),
        new ConformRegisters(),
        new ConformDocuments(),
        new TopologyJob());
  }
}
