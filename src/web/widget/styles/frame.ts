import { css } from 'lit'

/** Head, conversation and composer, one above the other. */
export const FRAME = css`
  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--ground);
    container-type: inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.8em;
    align-items: center;
    justify-content: space-between;
    padding: 0.65em 1em;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .name {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-width: 0;
  }
  .name .mark {
    width: 2.1em;
    height: 2.1em;
    padding: 0.3em;
    border-radius: 0.55em;
    background: var(--sea);
    color: var(--on-sea);
  }
  .head h2 {
    font-size: 1.0625em;
    line-height: 1.35;
  }
  .head .name p {
    color: var(--quiet);
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }
  .tools button,
  .tools select {
    min-height: 2.3em;
    padding: 0.15em 0.6em;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .tools button[aria-pressed='true'] {
    border-color: var(--sea);
    background: var(--sea-soft);
    color: var(--sea-deep);
  }
  .rooms {
    position: relative;
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .talk {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .panel {
    position: absolute;
    inset: 0;
    padding: 1em;
    overflow-y: auto;
    overflow-wrap: anywhere;
    border-left: 1px solid var(--line);
    background: var(--surface);
  }
  .wide .panel {
    position: static;
    flex: 0 0 42%;
  }
  .panel > * + *,
  .panel form > * + * {
    margin-top: 0.6em;
  }
  .panel h3 {
    scroll-margin: 1.2em;
    padding-right: 4em;
    font-size: 1.0625em;
  }
  .panel .close {
    float: right;
    font-size: 0.875em;
  }
  .panel label {
    display: block;
  }
  .panel input {
    display: block;
    width: 100%;
    min-height: 2.75em;
    padding: 0.3em 0.7em;
    border: 1px solid var(--strong-line);
    border-radius: 8px;
    background: var(--surface);
    letter-spacing: 0.1em;
    text-transform: uppercase;
  }
  .panel .about {
    color: var(--quiet);
    font-size: 0.875em;
  }
  .panel .code {
    font-size: 1.9em;
    letter-spacing: 0.08em;
    user-select: all;
  }
  .log.folded .past {
    display: none;
  }
  .kept {
    padding: 0;
    list-style: none;
  }
  .kept li {
    display: flex;
    gap: 0.4em;
    align-items: center;
  }
  .kept li + li {
    margin-top: 0.4em;
  }
  .kept .open {
    flex: 1;
    min-width: 0;
    text-align: left;
  }
  .kept .open small {
    display: block;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  .panel h4 {
    margin-top: 1.3em;
    padding-top: 0.9em;
    border-top: 1px solid var(--line);
  }
  .panel h3 + h4 {
    margin-top: 0.6em;
    padding-top: 0;
    border-top: 0;
  }
  .panel .check {
    display: flex;
  }
  .panel .buttons button {
    flex: 1 1 12em;
  }
  button.danger {
    border-color: var(--bad);
    color: var(--bad);
  }
  .log {
    position: relative;
    flex: 1;
    min-height: 0;
    padding: 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
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
  .failure {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    align-items: center;
    justify-content: space-between;
    margin-top: 1em;
    padding: 0.6em 0.8em;
    border-left: 4px solid var(--bad);
    border-radius: 6px;
    background: var(--bad-soft);
  }
  .composer {
    display: grid;
    grid-template-columns: 1fr auto auto;
    gap: 0.5em;
    align-items: end;
    padding: 0.7em 1em max(0.5em, env(safe-area-inset-bottom));
    border-top: 1px solid var(--line);
    background: var(--surface);
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
  @container (max-width: 520px) {
    .head .name p {
      display: none;
    }
  }
  @container (max-width: 440px) {
    #keys {
      display: none;
    }
    .log {
      padding: 0.8em;
    }
  }
`
