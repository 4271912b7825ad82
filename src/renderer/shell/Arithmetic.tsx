/** Words between the numbers of a line of arithmetic: source, need and school names. */
const WORDS = /(\p{L}[\p{L}\p{M}’'().&/-]*(?:[ ,]+\p{L}[\p{L}\p{M}’'().&/-]*)*)/u;

/** One line of arithmetic with its words in quieter ink and the result, after the last `=`, in bold. */
export function Arithmetic({ text }: { readonly text: string }) {
  const cut = text.lastIndexOf(' = ');
  const sum = cut > 0 ? text.slice(0, cut + 3) : text;
  const result = cut > 0 ? text.slice(cut + 3) : '';
  let offset = 0;
  return (
    <span className="arithmetic">
      {sum.split(WORDS).map((part) => {
        offset += part.length;
        return /\p{L}/u.test(part) ? <em key={offset}>{part}</em> : <span key={`n${offset}`}>{part}</span>;
      })}
      {result ? <b>{result}</b> : null}
    </span>
  );
}
