/** Positions of a fixed-width line: a plus at each five, the number at each ten. `columnRuler(12)` is `----+---10--`. */
export function columnRuler(width: number): string {
  const marks: string[] = Array.from({ length: width }, (_, at) => ((at + 1) % 5 === 0 ? '+' : '-'));
  for (let ten = 10; ten <= width; ten += 10) {
    const digits = String(ten);
    for (const [at, digit] of [...digits].entries()) marks[ten - digits.length + at] = digit;
  }
  return marks.join('');
}
