/** What each part of a Word file begins with. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The namespace of the parts of a Word file. */
export const WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Type faces of official documents (GB/T 9704-2012, 5.2.2; the names of the fonts are practice). */
export const FACES = {
  title: "方正小标宋简体",
  hei: "黑体",
  kai: "楷体_GB2312",
  fang: "仿宋_GB2312",
  song: "宋体",
  latin: "Times New Roman",
} as const;

/** What a reader without the font takes instead: other names in order, and its shape (PANOSE, family, pitch). */
interface Substitute {
  readonly others: readonly string[];
  readonly panose: string;
  readonly family: "roman" | "modern" | "auto";
  readonly pitch: "fixed" | "variable";
}

const SONG: Omit<Substitute, "others"> = { panose: "02010600030101010101", family: "auto", pitch: "variable" };
const EVEN: Omit<Substitute, "others"> = { panose: "02010609060101010101", family: "modern", pitch: "fixed" };

const SUBSTITUTES: Readonly<Record<keyof typeof FACES, Substitute>> = {
  title: { ...SONG, others: ["FZXiaoBiaoSong-B05S", "小标宋体", "华文中宋", "STZhongsong", "宋体", "SimSun"] },
  hei: { ...EVEN, others: ["SimHei", "Noto Sans CJK SC", "Source Han Sans SC"] },
  kai: { ...EVEN, others: ["楷体", "KaiTi", "STKaiti", "AR PL UKai CN"] },
  fang: { ...EVEN, others: ["仿宋", "FangSong", "STFangsong", "cwTeXFangSong"] },
  song: { ...SONG, others: ["SimSun", "Noto Serif CJK SC", "Source Han Serif SC"] },
  latin: {
    others: ["Liberation Serif", "Nimbus Roman"],
    panose: "02020603050405020304",
    family: "roman",
    pitch: "variable",
  },
};

const CHINESE = "86"; // GB 2312 in the numbering of Windows character sets
const WESTERN = "00";

/** The part `word/fontTable.xml`: each face with the names of what may stand in for it, in the order of the schema. */
export function fontTable(): string {
  const fonts = (Object.keys(FACES) as (keyof typeof FACES)[]).map((face) => {
    const { others, panose, family, pitch } = SUBSTITUTES[face];
    return (
      `<w:font w:name="${FACES[face]}"><w:altName w:val="${others.join(",")}"/><w:panose1 w:val="${panose}"/>` +
      `<w:charset w:val="${face === "latin" ? WESTERN : CHINESE}"/><w:family w:val="${family}"/>` +
      `<w:pitch w:val="${pitch}"/></w:font>`
    );
  });
  return `${DECLARATION}<w:fonts xmlns:w="${WORDPROCESSING}">${fonts.join("")}</w:fonts>`;
}
