import { css } from 'lit'

/** Known values and the controls for missing ones. */
export const FORM = css`
  .values .row {
    display: grid;
    grid-template-columns: 7em 1fr;
    gap: 0 0.8em;
    padding: 0.3em 0;
    border-top: 1px solid var(--line);
  }
  .values .row:first-child {
    border-top: 0;
  }
  .values .row.editing {
    grid-template-columns: 1fr;
  }
  .row.editing dt {
    display: none;
  }
  .row dt {
    color: var(--quiet);
  }
  .row dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    min-width: 0;
  }
  .row .value {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .row .link {
    margin-left: auto;
  }
  .row .answers {
    flex: 1;
  }
  .origin {
    padding: 0 0.45em;
    border-radius: 4px;
    background: var(--sea-soft);
    color: var(--sea-deep);
    font-size: 0.75em;
    line-height: 1.7;
  }
  .origin.derived {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .origin.registry,
  .origin.certificate {
    background: var(--good-soft);
    color: var(--good);
  }
  .answers {
    display: grid;
    gap: 0.9em;
    padding: 0.8em;
    border-radius: 8px;
    background: var(--sea-soft);
  }
  .question .ask {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  .question .help,
  .optional {
    color: var(--quiet);
    font-size: 0.875em;
    font-weight: 400;
  }
  .question .help {
    color: var(--ink);
  }
  .question input:not([type='radio']),
  .question select {
    width: 100%;
    min-height: 2.75em;
    margin-top: 0.3em;
    padding: 0.3em 0.6em;
    border: 1px solid var(--strong-line);
    border-radius: 8px;
    background: var(--surface);
  }
  .question [aria-invalid='true']:not(fieldset) {
    border: 2px solid var(--bad);
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-top: 0.5em;
  }
  .offers button {
    border-color: var(--sea);
    color: var(--sea-deep);
    font-weight: 600;
  }
  .radios {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
    gap: 0.4em;
    margin-top: 0.4em;
  }
  .radio,
  .check {
    display: flex;
    gap: 0.55em;
    align-items: center;
    min-height: 2.75em;
    padding: 0.3em 0.7em;
    border: 1px solid var(--strong-line);
    border-radius: 8px;
    background: var(--surface);
    cursor: pointer;
  }
  .radio:has(:checked),
  .check:has(:checked) {
    border-color: var(--sea);
    box-shadow: inset 0 0 0 1px var(--sea);
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    margin: 0;
    accent-color: var(--sea);
  }
`
