/** Switches a custom state on or off. Pages style it with `:state(name)`. */
export function setState({ states }: ElementInternals, name: string, on: boolean): void {
  if (on) states.add(name);
  else states.delete(name);
}
