import { css } from 'lit'

/** Cards: their frame, findings, review, receipt and progress. */
export const CARDS = css`
  .card {
    padding: 0.9em 1em 1em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .card > * + * {
    margin-top: 0.7em;
  }
  .card header {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    justify-content: space-between;
  }
  .card h3 {
    scroll-margin: 1.5em;
    font-size: 1em;
    line-height: 1.45;
  }
  .card h4 {
    font-size: 0.9375em;
  }
  .card ul {
    padding-left: 1.3em;
  }
  .card small {
    display: block;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  .chip {
    flex: none;
    color: var(--quiet);
    font-size: 0.8125em;
  }
  progress {
    display: block;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--line);
    appearance: none;
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--sea);
  }
  progress::-moz-progress-bar {
    background: var(--sea);
  }
  .remark {
    color: var(--quiet);
    font-size: 0.9375em;
  }
  .wrong {
    padding: 0.25em 0.6em;
    border-left: 3px solid var(--bad);
    background: var(--bad-soft);
    color: var(--bad);
    font-size: 0.9375em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    align-items: center;
  }
  .card .more {
    margin-top: 0.4em;
  }
  .supplement form {
    display: grid;
    gap: 1em;
  }
  .findings {
    display: grid;
    gap: 0.4em;
    padding: 0 !important;
    list-style: none;
  }
  .findings > li {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    padding: 0.35em 0.6em;
    border-left: 4px solid var(--sea);
    background: var(--sea-soft);
    font-size: 0.9375em;
  }
  .findings details {
    flex: 1;
  }
  .findings details > * + * {
    margin-top: 0.5em;
  }
  .findings details ul {
    padding: 0;
    list-style: none;
  }
  .findings summary {
    cursor: pointer;
  }
  .findings .verdict {
    flex: none;
    font-weight: 600;
  }
  .findings .no,
  .findings .not-yet {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .findings > .open {
    border-color: var(--strong-line);
    background: none;
  }
  .rest > summary {
    cursor: pointer;
  }
  .rest > .findings {
    margin-top: 0.5em;
  }
  .findings .in-person {
    border-color: var(--warn);
    background: var(--warn-soft);
  }
  .review {
    border: 2px solid var(--sea);
  }
  .review .detail {
    flex-basis: 100%;
  }
  .agree {
    display: grid;
    gap: 0.7em;
    padding-top: 0.7em;
    border-top: 1px solid var(--line);
  }
  .declaration {
    font-size: 0.9375em;
  }
`
