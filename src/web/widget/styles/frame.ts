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
  .earlier summary {
    min-height: 2.6em;
    color: var(--sea);
    cursor: pointer;
  }
  .earlier + .message {
    margin-top: 1.1em;
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
  .welcome p + p {
    margin-top: 0.5em;
  }
  .welcome .privacy {
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
    grid-template-columns: 1fr auto;
    gap: 0.5em;
    align-items: end;
    padding: 0.7em 1em 0.5em;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .composer textarea {
    display: block;
    width: 100%;
    min-height: 2.75em;
    padding: 0.45em 0.7em;
    border: 1px solid var(--strong-line);
    border-radius: 8px;
    background: var(--surface);
    resize: none;
  }
  .composer textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .composer button.primary {
    min-height: 2.75em;
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
  .foot .acts {
    display: flex;
    gap: 0.6em;
    margin-left: auto;
  }
  .foot button.link {
    font-size: 1em;
  }
  @container (max-width: 420px) {
    #keys {
      display: none;
    }
    .log {
      padding: 0.8em;
    }
  }
`
