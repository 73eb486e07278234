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
  :host(:is([large], [floating])) .tools {
    gap: 0.25em;
  }
  :host(:is([large], [floating])) .tools :is(button, select) {
    padding-inline: 0.3em;
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
  .log.folded .past {
    display: none;
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
