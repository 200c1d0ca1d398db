import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadData } from "./load.ts";
import { type LinearModel, linearSchema } from "./noise.ts";

/** Words of one sort that a section may speak of: `lack` holds 不足, `lead` 领导小组. */
export interface RoleSign {
  readonly note: string;
  readonly words: readonly string[];
}

/** What the roles of sections are weighed by: for each role what speaks for it, weights in hundredths. */
export interface RoleModel {
  readonly about: string;
  readonly roles: Readonly<Record<string, LinearModel>>;
}

const signFile: z.ZodType<Readonly<Record<string, RoleSign>>> = z.record(
  z.string(),
  z.strictObject({ note: z.string().min(4), words: z.array(z.string().min(1)).min(1) }),
);

const modelSchema: z.ZodType<RoleModel> = z.strictObject({
  about: z.string(),
  roles: z.record(z.string(), linearSchema),
});

let signs: Readonly<Record<string, RoleSign>> | undefined;
let model: RoleModel | undefined;

/** The file `role-signs.yaml`, read on first use: `roleSigns().lack.words` holds 薄弱. @throws Error as `loadData` does */
export function roleSigns(): Readonly<Record<string, RoleSign>> {
  signs ??= loadData("role-signs.yaml", signFile);
  return signs;
}

/** The trained model of `data/role-model.json`: `roleModel().roles["问题"].weights["heading lack"]` is above 0. Read on first use. */
export function roleModel(): RoleModel {
  model ??= modelSchema.parse(JSON.parse(readFileSync(new URL("../data/role-model.json", import.meta.url), "utf8")));
  return model;
}
