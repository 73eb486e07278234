import { css } from 'lit'

/** The conversation in the corner of a page, and the button that opens it. On a phone it takes the whole screen. */
export const FLOATING = css`
  :host([floating]) {
    display: contents;
  }
  .launcher,
  :host([floating]) .frame {
    position: fixed;
    right: max(16px, env(safe-area-inset-right));
    bottom: max(16px, env(safe-area-inset-bottom));
    z-index: 2147483000;
    box-shadow: 0 4px 24px rgb(7 46 62 / 25%);
  }
  .launcher {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: 3.25em;
    padding: 0.4em 1.2em 0.4em 0.9em;
    border: 2px solid var(--on-sea);
    border-radius: 2em;
    background: var(--sea);
    color: var(--on-sea);
    font-weight: 600;
    cursor: pointer;
  }
  .launcher:hover:not(:disabled) {
    background: var(--sea-deep);
    color: var(--on-sea);
  }
  .launcher .count {
    min-width: 1.6em;
    padding: 0 0.4em;
    border-radius: 0.8em;
    background: var(--on-sea);
    color: var(--sea-deep);
    text-align: center;
  }
  :host([floating]) .frame {
    width: min(430px, 100vw - 32px);
    height: min(700px, 100vh - 32px);
    height: min(700px, 100dvh - 32px);
  }
  @media (max-width: 520px), (max-height: 480px) {
    :host([floating]) .frame {
      inset: 0;
      width: auto;
      height: calc(100vh - var(--keyboard, 0px));
      height: calc(100dvh - var(--keyboard, 0px));
      border: 0;
      border-radius: 0;
      padding-top: env(safe-area-inset-top);
    }
  }
`
