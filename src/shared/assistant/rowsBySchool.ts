/** The rows of one input version, by school. */
export function rowsBySchool<Row extends { readonly version: number; readonly school: string }>(
  rows: Iterable<Row>,
  version: number,
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.version !== version) continue;
    const list = found.get(row.school);
    if (list) list.push(row);
    else found.set(row.school, [row]);
  }
  return found;
}
