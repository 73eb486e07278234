import { css } from 'lit'

/** Materials and the files given for them. */
export const PAPERS = css`
  .papers {
    font-size: 0.9375em;
  }
  :is(.papers, .known) summary {
    min-height: 1.9em;
    color: var(--quiet);
    cursor: pointer;
  }
  .papers > ul {
    display: grid;
    gap: 0.6em;
    margin: 0.5em 0;
    padding: 0;
    list-style: none;
  }
  .papers > ul > li {
    padding: 0.6em 0.8em;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .card .files {
    padding: 0;
    list-style: none;
  }
  .files li {
    margin-top: 0.35em;
    padding-left: 0.7em;
    border-left: 3px solid var(--line);
    overflow-wrap: anywhere;
  }
  .chip.uploaded,
  .chip.certificate {
    color: var(--good);
  }
  .chip.later,
  .chip.promised,
  .chip.missing {
    color: var(--bad);
  }
  .pick {
    min-height: 2.4em;
    margin-top: 0.4em;
    padding: 0.15em 0.9em;
    border-color: var(--sea);
    color: var(--sea-deep);
    font-size: 0.9375em;
  }
  .sending {
    display: flex;
    gap: 0.6em;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
`
