package org.planpulse.reports;

import java.util.List;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.schemas.Language;

/** The maps of the check-up that tests print. */
public final class FixtureMaps {
  private FixtureMaps() {}

  public static List<MapFigure> all() {
    return CheckupFixture.of(Language.ZH).maps();
  }
}
