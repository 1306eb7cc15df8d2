CREATE TABLE ops.correction (
  correction_file STRING NOT NULL COMMENT '更正文件（corrections/ 下）',
  number INT NOT NULL COMMENT '文件内序号，从 1 起',
  state STRING NOT NULL COMMENT 'applied 已采用、unused 未采用、expired 已过期、conflicting 相互矛盾、pending 审核日期未到',
  dataset STRING NOT NULL COMMENT '合同编号',
  file STRING NOT NULL COMMENT '所更正的文件',
  place STRING NOT NULL COMMENT '位置：工作表!单元格、工作表!行、图层!要素',
  source_id STRING COMMENT '来源：文件键!位置；文件未提交时为空',
  field STRING NOT NULL COMMENT '所提交的列名；统计表单元格为空串',
  delivered STRING NOT NULL COMMENT '原值',
  corrected STRING NOT NULL COMMENT '更正值',
  owner STRING NOT NULL COMMENT '责任人',
  reason STRING NOT NULL COMMENT '理由',
  reviewed_on DATE NOT NULL COMMENT '审核日期',
  expires_on DATE NOT NULL COMMENT '有效期至（含）'
)
USING delta
COMMENT '经审核的数据更正：同一文件先后提交多次的，每次与之相符的提交各一行'
