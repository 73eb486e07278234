import { css } from 'lit'

/** Where the citizen writes, and what stands in a conversation that has not begun. */
export const COMPOSER = css`
  .welcome {
    display: flex;
    flex-direction: column;
    gap: 0.7em;
    min-height: 100%;
  }
  .hello {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.4;
  }
  .openers {
    display: grid;
    gap: 0.5em;
    margin-top: 0.3em;
  }
  .openers button {
    display: flex;
    gap: 0.6em;
    align-items: center;
    justify-content: space-between;
    min-height: 3em;
    border-color: var(--line);
    border-radius: 10px;
    text-align: left;
  }
  .openers button::after {
    content: '';
    flex: none;
    width: 0.5em;
    height: 0.5em;
    margin-right: 0.2em;
    border: solid var(--sea);
    border-width: 2px 2px 0 0;
    transform: rotate(45deg);
  }
  .openers button:hover:not(:disabled) {
    background: var(--sea-soft);
  }
  .welcome .privacy {
    margin-top: auto;
    color: var(--quiet);
    font-size: 0.875em;
  }
  .composer {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto auto;
    gap: 0.5em;
    align-items: end;
    padding: 0.7em 1em max(0.5em, env(safe-area-inset-bottom));
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .news {
    position: absolute;
    bottom: calc(100% + 0.5em);
    left: 50%;
    width: max-content;
    border-color: var(--sea);
    background: var(--sea);
    color: var(--on-sea);
    transform: translateX(-50%);
  }
  .composer textarea {
    display: block;
    grid-column: 1;
    grid-row: 1;
    width: 100%;
    min-height: 2.75em;
    padding: 0.45em 0.7em;
    border: 1px solid var(--strong-line);
    border-radius: 8px;
    background: var(--surface);
    resize: none;
    /* Grows with what is written; browsers that cannot follow the rows that are set. */
    field-sizing: content;
    max-height: 8.5em;
  }
  .composer textarea::placeholder {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--quiet);
    opacity: 1;
  }
  .composer .primary {
    grid-row: 1;
    grid-column: 3;
    min-height: 2.75em;
  }
  .composer .mic {
    display: grid;
    grid-row: 1;
    grid-column: 2;
    place-items: center;
    min-width: 2.75em;
    min-height: 2.75em;
    padding: 0;
  }
  .mic[aria-pressed='true'] {
    border-color: var(--bad);
    background: var(--bad-soft);
    color: var(--bad);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.2em 0.8em;
    align-items: center;
    justify-content: space-between;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  .foot button.link {
    margin-left: auto;
    font-size: 1em;
  }
`
