import { css } from 'lit'

/** On paper: the conversation at its full length, or only the receipt when that is what was asked for. */
export const PRINT = css`
  @media print {
    :host,
    .frame,
    .rooms,
    .talk,
    .log {
      display: block;
      position: static;
      height: auto;
      min-height: 0;
      overflow: visible;
      border: 0;
      background: none;
    }
    .frame {
      color: #000;
      color-scheme: light;
    }
    .head .tools,
    .composer,
    .panel,
    .answer-foot,
    .replies,
    .buttons,
    .launcher {
      display: none;
    }
    :host([printing]) :is(.head, .message:not(:has(.receipt)), .message > :not(.receipt)) {
      display: none;
    }
    .card {
      break-inside: avoid;
    }
  }
`
