/** Runs `act` and returns what it warned of, out of the way of the test's own log. */
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
