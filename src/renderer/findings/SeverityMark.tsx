const WORDS = { stops: 'Stops', warns: 'Warns', accepted: 'Accepted' } as const;

/** How grave a finding is, by its word and by a shape of its own; the color only helps. */
export function SeverityMark({ severity }: { readonly severity: keyof typeof WORDS }) {
  return (
    <span className={`severity severity-${severity}`}>
      <svg width="13" height="13" viewBox="0 0 14 14" aria-hidden="true">
        {severity === 'stops' ? (
          <>
            <path d="M4.3 0.8h5.4l3.5 3.5v5.4l-3.5 3.5H4.3L0.8 9.7V4.3z" fill="currentColor" />
            <path d="M4.2 7h5.6" stroke="var(--panel)" strokeWidth="1.8" />
          </>
        ) : severity === 'warns' ? (
          <>
            <path d="M7 1.6 13 12.4H1z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
            <path d="M7 5.4v3.4M7 10.2v0.9" stroke="currentColor" strokeWidth="1.4" />
          </>
        ) : (
          <path d="m2.5 7.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.6" />
        )}
      </svg>
      {WORDS[severity]}
    </span>
  );
}
