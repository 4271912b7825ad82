import { removeLogo, setLogo } from '../../shared/changes/picture.ts';
import { logoAddress } from '../../shared/statements/statementsPage.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';

/** The district's logo, on statements and the formula book. Main asks for the file and looks at it first. */
export function LogoChoice() {
  const document = useDocument();
  const window = useWindowOnce();
  const { model } = document;
  const address = logoAddress(model);
  const isReadOnly = document.readOnlyReason !== null;
  const choose = async (): Promise<void> => {
    const picture = await window.ask('logo/choose', null);
    // The person may have closed the document, or opened another, while the dialog was open.
    if (picture && window.document === document) document.commit(setLogo(document.model, picture));
  };
  return (
    <div className="logo-choice" data-testid="logo-choice">
      {address === null ? <span className="dim">No logo yet</span> : <img src={address} alt="Logo of the district" />}
      <button type="button" className="button button-small" disabled={isReadOnly} onClick={() => void choose()}>
        {address === null ? 'Logo…' : 'Another…'}
      </button>
      {address === null ? null : (
        <button
          type="button"
          className="button button-small"
          disabled={isReadOnly}
          onClick={() => document.commit(removeLogo(document.model))}
        >
          Remove
        </button>
      )}
    </div>
  );
}
