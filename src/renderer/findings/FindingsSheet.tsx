import { useLayoutEffect, useRef, useState } from 'react';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce, useStore } from '../state/hooks.ts';
import { FindingGroupCard } from './FindingGroupCard.tsx';
import { type FindingsShown, findingsOf } from './FindingsWatch.ts';
import { groupFindings, groupOf } from './groupFindings.ts';
import './findings.css';

/** Inputs: what a careful analyst would doubt about the data, and what stops a source. */
export function FindingsSheet() {
  const watch = useStore(findingsOf(useDocumentOnce()));
  const { view, list, counts } = watch;
  const [show, setShow] = useState(view.show);
  const [rule, setRule] = useState(view.group);
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = view.scrollTop;
  }, [view]);
  view.show = show;
  view.group = rule;

  const accepted = list.filter((finding) => finding.accepted);
  const open = list.filter((finding) => !finding.accepted);
  const ofShow: Readonly<Record<FindingsShown, typeof list>> = {
    open,
    stops: open.filter((finding) => finding.severity === 'stops'),
    warns: open.filter((finding) => finding.severity === 'warns'),
    accepted,
  };
  const rules = groupFindings(ofShow[show]);
  const wanted = rules.some((group) => group.id === rule) ? rule : '';
  const groups = wanted === '' ? rules : rules.filter((group) => group.id === wanted);
  const acceptedToo = show === 'open' ? accepted.filter((one) => wanted === '' || groupOf(one) === wanted) : [];
  const label = (word: string, count: number): string => `${word} ${count.toLocaleString('en-US')}`;

  return (
    <SheetFrame
      title="Findings"
      testId="findings-sheet"
      subtitle={summaryOf(counts, accepted.length, watch.hasLooked)}
      actions={
        list.length === 0 ? null : (
          <>
            <select
              className="entry findings-rule"
              aria-label="Rule"
              value={wanted}
              onChange={(event) => setRule(event.target.value)}
            >
              <option value="">All rules</option>
              {rules.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.title} ({group.findings.length.toLocaleString('en-US')})
                </option>
              ))}
            </select>
            <Faces
              label="Which findings"
              value={show}
              onChange={setShow}
              names={[
                { name: 'open', label: label('Open', open.length) },
                { name: 'stops', label: label('Stops', counts.stops) },
                { name: 'warns', label: label('Warns', counts.warns) },
                { name: 'accepted', label: label('Accepted', accepted.length) },
              ]}
            />
          </>
        )
      }
    >
      <div
        className="findings-list"
        ref={scroller}
        onScroll={(event) => {
          view.scrollTop = event.currentTarget.scrollTop;
        }}
      >
        {groups.map((group) => (
          <FindingGroupCard key={`${show} ${group.id}`} group={group} />
        ))}
        {groups.length === 0 && watch.hasLooked ? <NothingHere show={show} isClean={open.length === 0} /> : null}
        {acceptedToo.length > 0 ? (
          <details className="findings-accepted">
            <summary>Accepted ({acceptedToo.length.toLocaleString('en-US')})</summary>
            {groupFindings(acceptedToo).map((group) => (
              <FindingGroupCard key={group.id} group={group} />
            ))}
          </details>
        ) : null}
      </div>
    </SheetFrame>
  );
}

function summaryOf(counts: { readonly stops: number; readonly warns: number }, accepted: number, hasLooked: boolean) {
  if (!hasLooked) return 'Looking through the data…';
  const parts = [
    counts.stops > 0 ? `${counts.stops.toLocaleString('en-US')} ${counts.stops === 1 ? 'stops' : 'stop'} a source` : '',
    counts.warns > 0 ? `${counts.warns.toLocaleString('en-US')} to look into` : '',
    accepted > 0 ? `${accepted.toLocaleString('en-US')} accepted` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : 'Nothing to look into';
}

function NothingHere({ show, isClean }: { readonly show: FindingsShown; readonly isClean: boolean }) {
  if (show === 'accepted') {
    return (
      <EmptySheet title="Nothing accepted">
        <p>A doubt that turns out to be right as it is can be accepted with a note. It then stands here.</p>
      </EmptySheet>
    );
  }
  return (
    <EmptySheet title={isClean ? 'Nothing to look into' : 'Nothing of this kind'}>
      <p>
        {isClean
          ? 'Budgets that stand twice, needs above enrollment, missing or impossible indexes, large changes in pupils and similar doubts appear here as soon as the data gives reason for them.'
          : 'There are findings of another kind. Choose Open to see all of them.'}
      </p>
    </EmptySheet>
  );
}
