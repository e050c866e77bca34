/** Something on this machine is missing; the message is one line that says what to do about it. */
export class SetupError extends Error {}

/**
 * Runs a script's main part; of a SetupError only the message is worth showing.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
