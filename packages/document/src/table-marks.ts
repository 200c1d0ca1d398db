/** A sign between the cells of a row: a bar of either width, or of a table that is drawn with lines. A tab parts cells too. */
export const BAR: RegExp = /[|｜│┃]/;

/** A line that is no row: the rule below the head of a Markdown table, `|:---|---:|`, or of one drawn with signs. */
export const TABLE_RULE: RegExp = /^[|｜│┃\s:+=\u2500-\u257f-]{3,}$/;
