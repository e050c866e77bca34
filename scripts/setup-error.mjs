/** Something is missing on this machine. The message is one line that says what to do. */
export class SetupError extends Error {}

/**
 * Runs a script's main part. Of a SetupError only the message is shown.
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
