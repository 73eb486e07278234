/** Something that keeps a run from being played, put together or compared; the message says why. */
export class RunProblem extends Error {
  override readonly name = 'RunProblem'
}
