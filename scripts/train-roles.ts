import type { Role } from "@zongjie/document";
import { type LinearModel, type RoleModel, roleWords } from "@zongjie/lexicon";
import { aboveFeatures, type RoleEvidence, roleJudgeOf } from "@zongjie/segmenter";
import { settleModel } from "./logistic.ts";
import { goldOf, type RoleDocument, roleDocuments } from "./role-samples.ts";

// Trains packages/lexicon/data/role-model.json: what a section of a document does, by what its heading, text, place and
// neighbours say (packages/segmenter/src/roles/evidence.ts), from corpus/dev/documents and corpus/dev/roles.
//   (no flag)  writes the model        --check   status 1 where the file is not what would be written
//   --cross    leaves out a twelfth of the lines of business (fields) after the other and reports what is found there   --errors lists what is wrong

const TARGET = "packages/lexicon/data/role-model.json";
const ABOUT =
  "Weights in hundredths of what speaks for the role of a section, written by scripts/train-roles.ts; do not edit.";

/** Pull of each weight towards zero, swept in cross-validation. */
const DECAY = 0.003;
/** Parts in which the lines of business are left out. */
const FOLDS = 12;
const PASSES = 250;
/** Rarer features say little of other documents: fewer documents than this, and they are left out. */
const LEAST = 3;

interface Row {
  readonly features: readonly string[];
  readonly gold: readonly Role[];
}

/** The headings of a document as rows; the section above has its right role. */
function rowsOf(document: RoleDocument): Row[] {
  const gold = goldOf(document);
  const out: Row[] = [];
  const walk = (evidence: RoleEvidence, above: Role | null): void => {
    const roles = gold.get(evidence.look.from);
    if (roles !== undefined && evidence.look.title !== null)
      out.push({ features: [...evidence.features, ...aboveFeatures(above, evidence.silent)], gold: roles });
    for (const child of evidence.children) walk(child, roles?.[0] ?? above);
  };
  for (const tree of document.trees) for (const evidence of tree) walk(evidence, null);
  return out;
}

/** What the lexicon says before anything is counted: its words speak for their role, and a role for the sections below it. */
function priorOf(feature: string, role: Role): number {
  const [place, named, more] = feature.split(" ");
  if (place === "kind" && named === "制度") return role === "其他" ? 2 * PRIOR : 0;
  if (feature.startsWith("names nothing in a ")) return roleWords().usual[feature.slice(19)] === role ? PRIOR : 0;
  if (named !== role && named !== `${role},`) return 0;
  if (place === "heading") return more === "no" ? -1 : more === "in" ? 0 : more === "3.5" ? 3 * PRIOR : PRIOR;
  if (place === "text") return more === "no" ? -0.3 : 0.3 * PRIOR;
  return place === "above" && INHERITED.has(role) ? 3 * PRIOR : 0;
}

const PRIOR = 0.8;

/** What the lexicon may say for a role, whether or not a document of the corpus does. */
function spoken(role: Role): string[] {
  const steps = (name: string): string[] => [name, ...["no", "1.5", "2.5", "3.5"].map((step) => `${name} ${step}`)];
  return [...steps(`heading ${role}`), ...steps(`text ${role}`), `above ${role}`, `above ${role}, names nothing`];
}

const INHERITED = new Set(
  roleWords()
    .roles.filter(({ inherit }) => inherit)
    .map(({ role }) => role),
);

/** Softmax regression by AdaGrad over all rows at once; the same documents give the same model. */
function train(documents: readonly RoleDocument[]): RoleModel {
  const rowed = documents.map(rowsOf);
  const rows = rowed.flat();
  const spread = new Map<string, number>();
  for (const own of rowed)
    for (const feature of new Set(own.flatMap(({ features }) => features)))
      spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const roles = [...new Set(rows.flatMap(({ gold }) => gold))].sort();
  const common = [...spread].filter(([, n]) => LEAST <= n).map(([name]) => name);
  const names = [...new Set([...common, ...roles.flatMap(spoken)])].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const place = new Map(roles.map((role, i) => [role, i]));
  const k = roles.length;
  const size = (names.length + 1) * k;
  const ids = rows.map(({ features }) => Int32Array.from([...new Set(features)].flatMap((f) => index.get(f) ?? [])));
  const golds = rows.map(({ gold }) => gold.map((role) => place.get(role) as number));
  const prior = new Float64Array(size);
  for (const [i, name] of names.entries())
    for (const [at, role] of roles.entries()) prior[i * k + at] = priorOf(name, role);
  const w = prior.slice();
  const squares = new Float64Array(size).fill(1e-6);
  const gradient = new Float64Array(size);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let i = 0; i < size; i++)
      gradient[i] = names.length * k <= i ? 0 : DECAY * ((w[i] as number) - (prior[i] as number));
    for (let row = 0; row < rows.length; row++)
      accumulate(gradient, w, ids[row] as Int32Array, golds[row] as number[], k, rows.length);
    for (let i = 0; i < size; i++) {
      const g = gradient[i] as number;
      squares[i] = (squares[i] as number) + g * g;
      w[i] = (w[i] as number) - (0.3 * g) / Math.sqrt(squares[i] as number);
    }
  }
  const models = roles.map((role, at): [string, LinearModel] => {
    const weights = names
      .map((name, i) => [name, Math.round(100 * (w[i * k + at] as number))] as const)
      .filter(([, weight]) => weight !== 0);
    return [
      role,
      { bias: Math.round(100 * (w[names.length * k + at] as number)), weights: Object.fromEntries(weights) },
    ];
  });
  return { about: ABOUT, roles: Object.fromEntries(models) };
}

/** Adds what a row pulls: its probability goes to its right roles, as it stands divided among them. */
function accumulate(
  gradient: Float64Array,
  w: Float64Array,
  ids: Int32Array,
  gold: readonly number[],
  k: number,
  n: number,
): void {
  const base = w.length - k;
  const p = new Float64Array(k);
  for (let at = 0; at < k; at++) p[at] = w[base + at] as number;
  for (const id of ids) for (let at = 0; at < k; at++) p[at] = (p[at] as number) + (w[id * k + at] as number);
  const top = Math.max(...p);
  let total = 0;
  for (let at = 0; at < k; at++) {
    p[at] = Math.exp((p[at] as number) - top);
    total += p[at] as number;
  }
  let right = 0;
  for (let at = 0; at < k; at++) p[at] = (p[at] as number) / total;
  for (const at of gold) right += p[at] as number;
  for (let at = 0; at < k; at++) {
    const error = ((p[at] as number) - (gold.includes(at) ? (p[at] as number) / right : 0)) / n;
    gradient[base + at] = (gradient[base + at] as number) + error;
    for (const id of ids) gradient[id * k + at] = (gradient[id * k + at] as number) + error;
  }
}

/** Right, said and gold of each role; a heading that is not found is wrong. A role with an alternative is right by either. */
type Cells = Map<string, [number, number, number]>;

function measure(document: RoleDocument, model: RoleModel, cells: Cells, verbose: boolean): void {
  const { roles, score, because } = roleJudgeOf(model);
  const said = new Map<RoleEvidence, { role: Role; because: string[] }>();
  const walk = (evidence: RoleEvidence, above: Role | null): void => {
    const features = [...evidence.features, ...aboveFeatures(above, evidence.silent)];
    const scores = score(features);
    const role = roles[scores.indexOf(Math.max(...scores))] as Role;
    said.set(evidence, { role, because: because(features, role) });
    for (const child of evidence.children) walk(child, role);
  };
  for (const evidence of document.trees[0] ?? []) walk(evidence, null);
  const cell = (role: string): [number, number, number] => {
    const found = cells.get(role) ?? [0, 0, 0];
    cells.set(role, found);
    return found;
  };
  for (const { title, gold, optional, evidence } of document.headings) {
    if (optional) continue;
    const first = gold[0] as string;
    const got = evidence === null ? undefined : said.get(evidence);
    const right = got !== undefined && gold.includes(got.role);
    cell(first)[2]++;
    if (right) cell(first)[0]++;
    if (got !== undefined) cell(right ? first : got.role)[1]++;
    if (verbose && !right)
      console.log(
        `${document.id}  ${title}: ${gold.join("|")}, said ${got?.role ?? "nothing"} (${got?.because.join("; ") ?? ""})`,
      );
  }
}

function report(name: string, cells: Cells): void {
  let [ok, all, sum, counted] = [0, 0, 0, 0];
  for (const [role, [right, said, gold]] of [...cells].sort((a, b) => b[1][2] - a[1][2])) {
    const f1 = said + gold === 0 ? 1 : (2 * right) / (said + gold);
    console.log(`${role.padEnd(6, "　")} F1 ${(100 * f1).toFixed(1).padStart(5)}  (${right}/${said}/${gold})`);
    ok += right;
    all += gold;
    if (5 <= gold) {
      sum += f1;
      counted++;
    }
  }
  console.log(
    `${name}: accuracy ${((100 * ok) / all).toFixed(1)} (${ok}/${all}), macro-F1 of the ${counted} roles with five cases ${((100 * sum) / counted).toFixed(1)}`,
  );
}

const documents = roleDocuments();
if (process.argv.includes("--cross")) {
  const cells: Cells = new Map();
  const fields = [...new Set(documents.map((document) => document.field))].sort();
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = new Set(fields.filter((_field, i) => i % FOLDS === fold));
    const model = train(documents.filter(({ field }) => !out.has(field)));
    for (const document of documents)
      if (out.has(document.field)) measure(document, model, cells, process.argv.includes("--errors"));
  }
  report("lines of business left out in turn", cells);
} else {
  const written = settleModel(TARGET, train(documents));
  if (written !== null) {
    const cells: Cells = new Map();
    for (const document of documents) measure(document, written, cells, process.argv.includes("--errors"));
    report("trained on", cells);
  }
}
