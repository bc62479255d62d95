/**
 * Words by which a relation in words reads like family, in simplified and traditional Chinese and in English, and those
 * that only look like it. A list of this library, from no source: it asks a question, and decides nothing.
 */

/** Chinese words, wherever they stand in the relation. */
export const FAMILY_PARTS = [
  ...["配偶", "妻", "夫", "爱人", "愛人", "太太", "老婆", "老公", "内子", "內子", "外子", "未婚"],
  ...["父", "母", "爸", "妈", "媽", "爹", "娘", "岳", "翁", "公公", "婆婆", "爷爷", "爺爺", "奶奶", "外公", "外婆"],
  ...["之子", "儿子", "兒子", "子女", "长子", "長子", "次子", "幼子", "独子", "獨子", "养子", "養子", "继子", "繼子"],
  ...["之女", "女儿", "女兒", "长女", "長女", "次女", "幼女", "独女", "獨女", "养女", "養女", "继女", "繼女", "女婿"],
  ...["孙子", "孫子", "孙女", "孫女", "外孙", "外孫", "婿", "媳", "兄", "弟", "姐", "姊", "妹", "哥", "嫂"],
  ...["叔", "伯", "姑", "舅", "姨", "婶", "嬸", "侄", "姪", "甥", "姻", "亲属", "親屬", "亲戚", "親戚", "家属", "家屬"],
  ...["亲家", "親家", "家人", "直系", "旁系", "血亲", "血親"],
] as const;

/** Chinese words that are family where they are the whole relation. */
export const FAMILY_WHOLES = ["子", "女"] as const;

/** English words, where each is a word of its own. */
export const FAMILY_WORDS = [
  ...["wife", "husband", "spouse", "married", "fiance", "fiancé", "fiancee", "fiancée", "in-law", "in-laws"],
  ...["father", "mother", "dad", "mum", "parent", "parents", "stepfather", "stepmother", "grandfather", "grandmother"],
  ...["son", "sons", "daughter", "daughters", "child", "children", "stepson", "stepdaughter", "grandson"],
  ...["granddaughter", "grandchild", "brother", "brothers", "sister", "sisters", "sibling", "siblings", "twin"],
  ...["uncle", "aunt", "nephew", "niece", "cousin", "cousins", "relative", "relatives", "kin", "family"],
] as const;

/** Words that contain one of the others without being about family: companies, studies, the golf course. */
export const NOT_FAMILY = [
  ...["母公司", "母行", "母校", "字母", "兄弟公司", "兄弟单位", "兄弟單位", "兄弟行", "兄弟部门", "兄弟部門"],
  ...["姐妹公司", "姊妹公司", "姐妹行", "姊妹行", "师兄", "師兄", "师弟", "師弟", "师姐", "師姐", "师妹", "師妹"],
  ...["师父", "師父", "师母", "師母", "学姐", "學姐", "学妹", "學妹", "学弟", "學弟", "学兄", "學兄", "弟子", "徒弟"],
  ...["高尔夫", "高爾夫", "大夫", "阿拉伯", "空姐", "老板娘", "老闆娘"],
  ...["parent company", "parent bank", "sister company", "sister bank", "family office", "family friend"],
] as const;
