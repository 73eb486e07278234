/** The error a piece of work ends with; fails when it succeeds. */
export const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('expected a failure')
}
