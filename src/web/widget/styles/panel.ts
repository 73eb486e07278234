import { css } from 'lit'

/** What stands beside the conversation or over it. */
export const PANEL = css`
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
  dialog {
    max-width: min(26em, calc(100vw - 32px));
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog > * + * {
    margin-top: 12px;
  }
  .panel .notice {
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  button.danger {
    border-color: var(--bad);
    color: var(--bad);
  }
`
