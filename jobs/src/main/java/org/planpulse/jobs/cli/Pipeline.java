package org.planpulse.jobs.cli;

import java.util.List;
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
import org.planpulse.jobs.spatial.TopologyJob;
import org.planpulse.jobs.spatial.ZonalStatisticsJob;
import org.planpulse.jobs.spatial.ZoneOverlayJob;

/** Every job of a run; their order follows from the tables they name. */
public final class Pipeline {

  private Pipeline() {}

  public static List<Job> jobs() {
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
        new DeliveryLedger(),
        new LandAreaJob(),
        new TopologyJob(),
        new LandChangeJob(),
        new ZoneOverlayJob(),
        new LineRuleJob(),
        new ZonalStatisticsJob(),
        new IndicatorJob(),
        new AnnualReportJob());
  }
}
