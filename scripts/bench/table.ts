/** Prints a titled table of names and values. */
export function print(title: string, rows: readonly (readonly [string, string])[]): void {
  console.log(`\n## ${title}`);
  const width = Math.max(22, ...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`${name.padEnd(width)} ${value}`);
}
