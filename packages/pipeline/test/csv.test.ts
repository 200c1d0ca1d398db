import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, csvRow, plainNumber } from "../src/index.ts";

describe("csvRow", () => {
  it.each<[what: string, cells: Cell[], row: string]>([
    ["plain text", ["门诊人次", "a b"], "门诊人次,a b"],
    ["nothing", [null, ""], ","],
    [
      "a comma, a quote, a line end, a tab",
      ["甲,乙", '"甲"', "甲\n乙", "甲\t乙"],
      '"甲,乙","""甲""","甲\n乙","甲\t乙"',
    ],
    ["numbers", [485000, -1.93, 0.1, 1.3e21, -5e-7], "485000,-1.93,0.1,1300000000000000000000,-0.0000005"],
    ["what is no number", [Number.NaN, Infinity], ","],
    ["yes and no", [true, false], "true,false"],
    ["formulas", ["=1+1", "+1", "-1", "@SUM(A1)"], "'=1+1,'+1,'-1,'@SUM(A1)"],
    ["formulas in full width", ["＝1+1", "＋1", "－1", "＠a"], "'＝1+1,'＋1,'－1,'＠a"],
    ["formulas behind blanks", [" =1", "　=1", "\t=1", "\r=1"], "' =1,'　=1,\"'\t=1\",\"'\r=1\""],
    ["signs within text", ["占比=5%", "1-10月", "a@b"], "占比=5%,1-10月,a@b"],
    ["a text that looks like a negative number", ["-5", "-5%"], "'-5,'-5%"],
  ])("writes %s", (_what, cells, row) => expect(csvRow(cells)).toBe(`${row}\r\n`));

  const text = fc.string({
    unit: fc.constantFrom(..."=+-@＝＋－＠\t\r\n,;\"' 　门诊1."),
    maxLength: 8,
  });
  const cell = fc.oneof<fc.Arbitrary<Cell>[]>(text, fc.double(), fc.boolean(), fc.constant(null));
  it("is read back by another parser with the same values, and no text begins with a formula", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, text), { minLength: 1, maxLength: 6 }), (rows) => {
        const read: string[][] = parse(rows.map(csvRow).join(""), { record_delimiter: "\r\n" });
        expect(read).toHaveLength(rows.length);
        for (const [y, row] of rows.entries())
          for (const [x, written] of row.entries()) {
            const found = read[y]?.[x] as string;
            if (typeof written === "string") {
              expect(found).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/);
              expect([written, `'${written}`]).toContain(found);
            } else if (typeof written === "number" && Number.isFinite(written)) {
              expect(found).toMatch(/^-?\d+(?:\.\d+)?$/);
              expect(Number(found) + 0).toBe(written + 0);
            } else expect(found).toBe(typeof written === "boolean" ? String(written) : "");
          }
      }),
    ));
});

describe("plainNumber", () => {
  it.each([
    [1e21, "1000000000000000000000"],
    [1.25e22, "12500000000000000000000"],
    [1e-7, "0.0000001"],
    [-1.5e-9, "-0.0000000015"],
    [123456789.5, "123456789.5"],
  ])("writes %d with all its digits", (value, written) => expect(plainNumber(value)).toBe(written));
});
