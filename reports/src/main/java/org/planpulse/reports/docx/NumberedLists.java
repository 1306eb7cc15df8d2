package org.planpulse.reports.docx;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Lists the word processor numbers itself, each from 1; a single sentence is no list. */
final class NumberedLists {
  private final XWPFDocument word;
  private final XWPFNumbering numbering;
  private int lists;

  NumberedLists(XWPFDocument word) {
    this.word = word;
    this.numbering = word.createNumbering();
  }

  void write(List<String> sentences) {
    if (sentences.size() == 1) {
      DocxReport.paragraph(word, "Normal", sentences.get(0));
      return;
    }
    BigInteger list = list();
    sentences.forEach(
        sentence -> DocxReport.paragraph(word, "ListNumber", sentence).setNumID(list));
  }

  private BigInteger list() {
    CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
    kind.setAbstractNumId(BigInteger.valueOf(lists++));
    CTLvl level = kind.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
    level.addNewLvlText().setVal("%1.");
    var indent = level.addNewPPr().addNewInd();
    indent.setLeft(BigInteger.valueOf(420));
    indent.setHanging(BigInteger.valueOf(420));
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
  }
}
