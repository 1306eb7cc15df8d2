package org.planpulse.jobs.workspace;

import java.util.List;
import java.util.Optional;
import org.planpulse.jobs.geometry.SevenParameters;
import org.planpulse.schemas.LocalText;

/**
 * One key of {@code planpulse.yaml}. {@link #ALL} is the only list of keys: the reader, its
 * messages and {@code docs/settings.md} follow it.
 *
 * @param path key, with a dot between a section and its key; {@code plan_parameters.*} stands for
 *     any name in that section
 * @param standard value when the key is absent; empty when it must be given
 */
public record SettingKey(
    String path, SettingType type, Optional<String> standard, LocalText meaning) {

  public static final List<SettingKey> ALL =
      List.of(
          required(
              "city",
              SettingType.text(
                  "\\d{6}", "六位行政区代码，如 \"150100\"", "a six-digit code in quotes, e.g. \"150100\""),
              "城市的行政区代码，须与规划一致",
              "code of the city; must be the plan's"),
          required(
              "plan",
              SettingType.text(
                  "[a-z0-9-]+", "schemas/plans 中的规划编号", "the id of a plan in schemas/plans"),
              "体检评估所依据的规划",
              "the approved plan that the check-up judges"),
          optional(
              "crs",
              SettingType.text(
                  "EPSG:\\d+|GCJ-02|BD-09",
                  "EPSG:编号，或 GCJ-02、BD-09",
                  "EPSG:number, GCJ-02 or BD-09"),
              "EPSG:4490",
              "图层未注明坐标系、数据合同也未声明时采用的坐标系",
              "coordinate system of layers that name none and whose contract names none"),
          optional(
              "language",
              SettingType.choice("zh", "en"),
              "zh",
              "消息与报告的语言",
              "language of messages and reports"),
          optional(
              "sample_data",
              SettingType.bool(),
              "false",
              "数据是否为虚构样例；若是，报告每页注明",
              "whether the data are invented; every report page then says so"),
          optional(
              "spark.master",
              SettingType.text("\\S+", "Spark 主节点地址，如 local[*]", "a Spark master, e.g. local[*]"),
              "local[*]",
              "在何处运行：local[*] 为本机全部核心",
              "where Spark runs: local[*] is every core of this machine"),
          optional(
              "spark.shuffle_partitions",
              SettingType.integer(1, 100_000),
              "4",
              "分组与连接后的分区数；数据每增千万图斑可加倍",
              "partitions after a grouping or join; more for more parcels"),
          optional(
              "mail.host",
              SettingType.text("\\S*", "发信服务器名", "the name of a mail server"),
              "",
              "发信服务器；留空则不发信，也不联网",
              "mail server; empty sends nothing and stays off the network"),
          optional(
              "mail.port",
              SettingType.integer(1, 65_535),
              "587",
              "发信服务器端口",
              "port of the mail server"),
          optional(
              "mail.from",
              SettingType.text("(\\S+@\\S+)?", "邮件地址", "a mail address"),
              "",
              "发件人地址",
              "address that reports are sent from"),
          optional(
              "mail.security",
              SettingType.choice("starttls", "tls"),
              "starttls",
              "加密方式：starttls 先问候后加密（端口多为 587），tls 全程加密（端口多为 465）；不支持不加密",
              "how the connection is encrypted: starttls after the greeting (port 587 mostly), tls from"
                  + " the start (port 465 mostly); it is never in the clear"),
          optional(
              "mail.user",
              SettingType.text("\\S*", "用户名", "a user name"),
              "",
              "登录发信服务器的用户名；留空则不登录",
              "name to sign in to the mail server with; empty signs in as nobody"),
          optional(
              "mail.password_file",
              SettingType.text(".*", "文件路径", "the path of a file"),
              "",
              "存放密码的文件（相对工作区，只许所有者读，即 0600）；留空则取环境变量 PLANPULSE_MAIL_PASSWORD",
              "file with the password, path from the workspace, readable by its owner only (0600); when"
                  + " empty the environment variable PLANPULSE_MAIL_PASSWORD gives it"),
          optional(
              "areas.adjust",
              SettingType.choice("none", "control"),
              "none",
              "图斑面积平差：none 不平差；control 按坐落单位的控制面积平差，逐年逐单位",
              "adjustment of parcel areas: none, or control: to the control area of their unit, year by"
                  + " year"),
          optional(
              "areas.tolerance_ppm",
              SettingType.text(
                  "\\d{1,6}(\\.\\d{1,6})?", "不小于 0 的数，如 1 或 0.5", "a number from 0, e.g. 1 or 0.5"),
              "1",
              "平差限差：图斑合计与控制面积之差不超过控制面积的百万分之几才平差，超出的提出问题、不平差",
              "largest difference that is adjusted, in millionths of the control area; a larger one is"
                  + " told and left"),
          shift("xian_1980", "1980 西安坐标系", "Xian 1980"),
          shift("beijing_1954", "1954 年北京坐标系", "Beijing 1954"),
          optional(
              "plan_parameters.*",
              SettingType.number(),
              "",
              "规划文件未给出的参数取值，以规划中的参数名为键",
              "value of a parameter that the plan leaves open, by its name in the plan"),
          optional(
              "schedule.*",
              SettingType.text(
                  "(\\S+ +){5}\\S.*",
                  "cron 表达式（分 时 日 月 周，中国时间）后接命令，如 \"30 2 * * * run\"",
                  "a cron expression (minute hour day month weekday, China's time) and a command, e.g."
                      + " \"30 2 * * * run\""),
              "",
              "planpulse schedule 定时运行的命令，键为自取的名称",
              "command that planpulse schedule runs at set times, under a name of your own"));

  static final String PLAN_PARAMETERS = "plan_parameters";
  static final String SCHEDULE = "schedule";

  private static SettingKey shift(String datum, String zh, String en) {
    return optional(
        "datum_shifts." + datum,
        SettingType.text(
            "(?:" + SevenParameters.TEXT.pattern() + ")?",
            "position_vector 或 coordinate_frame（旋转符号约定），后接 dx dy dz（米）rx ry rz（角秒）ppm（百万分率），以空格分隔",
            "position_vector or coordinate_frame (the sign of rotations), then dx dy dz in metres,"
                + " rx ry rz in seconds of arc and ppm, with blanks between"),
        "",
        "测绘主管部门提供的七参数（布尔莎模型），由" + zh + "至 2000 国家大地坐标系；留空则拒收该基准的图层",
        "seven parameters (Bursa-Wolf) of the surveying authority from "
            + en
            + " to CGCS2000; layers on this datum are refused when empty");
  }

  private static SettingKey required(String path, SettingType type, String zh, String en) {
    return new SettingKey(path, type, Optional.empty(), new LocalText(zh, en));
  }

  private static SettingKey optional(
      String path, SettingType type, String standard, String zh, String en) {
    return new SettingKey(path, type, Optional.of(standard), new LocalText(zh, en));
  }

  /** Whether the key is a pattern for any name in its section. */
  boolean anyName() {
    return path.endsWith(".*");
  }

  boolean matches(String name) {
    return anyName() ? name.startsWith(path.substring(0, path.length() - 1)) : path.equals(name);
  }
}
