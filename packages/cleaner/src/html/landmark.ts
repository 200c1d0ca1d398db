import { loadData, z } from "@zongjie/lexicon";

/** What the names of an element say of it. */
export type Landmark = string;

interface Entry {
  readonly id: string;
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

const list: z.ZodType<readonly string[]> = z.array(z.string().min(1)).min(1);

/** `html.yaml`: class and id words by landmark. */
export const landmarkFileSchema: z.ZodType<{
  landmarks: (Entry & { hit: readonly string[]; miss: readonly string[] })[];
  threads: readonly string[];
}> = z.strictObject({
  threads: list,
  landmarks: z.array(
    z.strictObject({ id: z.string(), note: z.string(), words: list, stems: list, hit: list, miss: list }),
  ),
});

/** What a tag says by itself. */
const TAGS: Readonly<Record<string, Landmark>> = {
  nav: "navigation",
  header: "header",
  footer: "footer",
  aside: "related-links",
  main: "main",
  article: "content",
  figcaption: "caption",
};

/** Landmarks outside the article, as opposed to `content`, `main`, `byline`, `caption` and `header`. */
export const OUTSIDE: ReadonlySet<Landmark> = new Set([
  "comments",
  "widget",
  "related-links",
  "navigation",
  "footer",
  "breadcrumb",
  "pagination",
  "advertisement",
  "tag-list",
  "disclaimer",
]);

/** Landmarks that give way to others in one name (`comment-time` is a byline), the weakest first. */
const WEAK: readonly Landmark[] = ["content", "comments", "posts"];

let words: ReadonlyMap<string, Landmark> | null = null;
let stems: readonly (readonly [string, Landmark])[] = [];
const known = new Map<string, Landmark | null>();

/** The landmark of an element: `landmarkOf("div", "share-box", "")` is `widget`; null where nothing speaks. */
export function landmarkOf(tag: string, className: string, id: string): Landmark | null {
  const byTag = TAGS[tag];
  if (byTag !== undefined && byTag !== "header") return byTag;
  if (className === "" && id === "") return byTag ?? null;
  const key = `${className} ${id}`;
  let found = known.get(key);
  if (found === undefined) {
    found = byNames(key.slice(0, 200));
    // Pages bring names without end (one id a comment): the table is only there for what repeats.
    if (5000 < known.size) known.clear();
    known.set(key, found);
  }
  return found ?? byTag ?? null;
}

function byNames(names: string): Landmark | null {
  if (words === null) load();
  const pieces = names
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  let weak: Landmark | null = null;
  const take = (landmark: Landmark): boolean => {
    if (!WEAK.includes(landmark)) return true;
    if (weak === null || WEAK.indexOf(weak) < WEAK.indexOf(landmark)) weak = landmark;
    return false;
  };
  for (const piece of pieces) {
    const landmark = words?.get(piece);
    if (landmark !== undefined && take(landmark)) return landmark;
  }
  const whole = names.toLowerCase().replace(/[^a-z_]+/g, " ");
  for (const [stem, landmark] of stems) if (whole.includes(stem) && take(landmark)) return landmark;
  return weak;
}

function load(): void {
  const { landmarks } = loadData("html.yaml", landmarkFileSchema);
  const table = new Map<string, Landmark>();
  for (const entry of landmarks) for (const word of entry.words) if (!table.has(word)) table.set(word, entry.id);
  words = table;
  stems = landmarks.flatMap((entry) => entry.stems.map((stem) => [stem, entry.id] as const));
}
