/** Runs `act` and returns the warnings it writes to the console; the test's log does not show them. */
export async function warningsDuring(act: () => Promise<void>): Promise<readonly string[]> {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => warnings.push(parts.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
