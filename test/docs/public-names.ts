import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The stores that a session offers. */
export const stores = [
  'LiveListStore',
  'CoHostStore',
  'BattleStore',
  'LiveSeatStore',
  'CoGuestStore',
  'LiveAudienceStore',
  'DeviceStore',
] as const;

/** The public names of one class of the core. */
export interface PublicNames {
  methods: readonly string[];
  state: readonly string[];
  events: readonly string[];
}

const entry = fileURLToPath(new URL('../../src/core/index.ts', import.meta.url));

/** The public members of these classes of the core, and the names in their `events`, as the compiler sees them. */
export function publicNames<T extends string>(classes: readonly T[]): Record<T, PublicNames> {
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
  });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!);
  const typeOf = (name: string): ts.Type => {
    const symbol = exported.find((candidate) => candidate.name === name);
    if (!symbol) throw new Error(`src/core exports no ${name}`);
    const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return checker.getDeclaredTypeOfSymbol(original);
  };
  return Object.fromEntries(classes.map((name) => [name, namesOf(checker, typeOf(name))])) as Record<T, PublicNames>;
}

function namesOf(checker: ts.TypeChecker, type: ts.Type): PublicNames {
  const members = checker.getPropertiesOfType(type).filter(isPublic);
  const isMethod = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Method) !== 0;
  const emitter = members.find(({ name }) => name === 'events');
  const [events] = emitter ? checker.getTypeArguments(checker.getTypeOfSymbol(emitter) as ts.TypeReference) : [];
  const state = members.filter((member) => !isMethod(member) && member !== emitter);
  return {
    methods: members.filter(isMethod).map(({ name }) => name),
    state: state.map(({ name }) => name),
    events: events ? checker.getPropertiesOfType(events).map(({ name }) => name) : [],
  };
}

function isPublic({ name, declarations = [] }: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return !name.startsWith('#') && declarations.every((one) => (ts.getCombinedModifierFlags(one) & hidden) === 0);
}
