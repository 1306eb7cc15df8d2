package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.contract.Contract;

/**
 * Tiles of rasters get the layer, year and unit of their contract; cells stay as delivered. What
 * {@code codelists/raster_layers.yaml} derives from heights is added as layers of their own.
 */
public final class ConformRasters implements Job {

  private static final String TABLE = "silver.raster_tile";

  private static final StructType DELIVERED =
      StructType.fromDDL(
          "dataset STRING, source_key STRING, layer STRING, year INT, declared_crs STRING,"
              + " unit STRING, known_from DATE");

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-rasters",
        new LocalText("栅格规整", "Conform rasters"),
        List.of("bronze.tile", "bronze.source_file"),
        List.of(TABLE));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, contracts(run), TABLE);
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    Map<String, Contract> contracts =
        contracts(run).stream().collect(Collectors.toMap(Contract::id, contract -> contract));
    List<Row> delivered =
        Deliveries.read(run).latest().values().stream()
            .filter(file -> contracts.containsKey(file.dataset()))
            .map(file -> delivered(file, contracts.get(file.dataset()), run))
            .toList();
    Dataset<Row> files = run.warehouse().spark().createDataFrame(delivered, DELIVERED);
    Dataset<Row> tiles =
        run.warehouse()
            .read("bronze.tile")
            .join(broadcast(files), new String[] {"dataset", "source_key"})
            .withColumn("crs", coalesce(col("crs"), col("declared_crs")))
            .withColumn(
                "source_id",
                concat_ws(
                    "!",
                    col("source_key"),
                    col("layer"),
                    concat_ws(",", col("tile_column"), col("tile_row"))))
            .drop("source_key", "declared_crs");
    Dataset<Row> terrain = TerrainTiles.of(tiles, run.schemas().rasterLayers().values());
    run.warehouse().replace(TABLE, tiles.unionByName(terrain));
    return new JobResult(
        Map.of("files", (long) delivered.size(), "tiles", run.warehouse().read(TABLE).count()));
  }

  private static List<Contract> contracts(RunContext run) {
    return run.schemas().contracts().stream()
        .filter(contract -> contract.target().equals(TABLE))
        .toList();
  }

  private static Row delivered(SourceFile file, Contract contract, RunContext run) {
    return RowFactory.create(
        file.dataset(),
        file.key(),
        contract.constants().getOrDefault("layer", contract.id()),
        file.dataYear(),
        contract.crs().orElse(run.workspace().settings().crs()),
        contract.constants().get("unit"),
        Date.valueOf(file.receivedOn()));
  }
}
