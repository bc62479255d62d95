import { fileURLToPath } from "node:url";

import ts from "typescript";

import { HANDLES, ROWS } from "./kinds-of-types.ts";

/** What the declared type of a place lets stand there. */
export interface Allowed {
  /** Kinds of value; a place of an unknown type takes everything. */
  readonly kinds: ReadonlySet<Kind>;
  /** The words it takes, when it takes no others. */
  readonly words: readonly string[] | null;
}

/** Members of one object that are walked: a language's words are all alike. */
const MAX_MEMBERS = 60;

export type Kind = "text" | "number" | "bigint" | "flag" | "null" | "undefined" | "list" | "object" | "function";
const EVERY_KIND: readonly Kind[] = [
  "text",
  "number",
  "bigint",
  "flag",
  "null",
  "undefined",
  "list",
  "object",
  "function",
];

/** One place of the arguments of a call: the value there, and what its type says. */
export interface Place {
  /** The name of the parameter, and the path inside it. */
  readonly path: readonly (string | number)[];
  /** Index of the argument. */
  readonly argument: number;
  readonly value: unknown;
  readonly allowed: Allowed;
  /** Members its type declares; null when it may have others (a record by id, an unknown type). */
  readonly members: readonly string[] | null;
  /** Whether the member may be left out of the object it is in. */
  readonly optional: boolean;
  /** Whether its name is an id of the caller's own: another name is another id. */
  readonly named: boolean;
  /** Whether it is a row of a batch or inside one, with members of its own. */
  readonly row: boolean;
}

export const kindOf = (value: unknown): Kind => {
  if (value === null) return "null";
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return "list";
  switch (typeof value) {
    case "string":
      return "text";
    case "boolean":
      return "flag";
    case "number":
      return "number";
    case "bigint":
      return "bigint";
    case "undefined":
      return "undefined";
    case "function":
      return "function";
    default:
      return "object";
  }
};

/** Whether something is data as it comes out of JSON, so that its inside is worth spoiling. */
export const isPlain = (value: unknown): value is object => {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
};

/** Reads the places of calls off the declared types of the public functions. */
export class Places {
  readonly #checker: ts.TypeChecker;
  readonly #functions = new Map<string, ts.Type>();
  readonly #names = new Map<ts.Type, string>();

  constructor() {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const entries = [
      "src/index.ts",
      "src/labels/index.ts",
      "src/customer-classification/pmml/index.ts",
      "src/rendering/docx/index.ts",
    ].map((file) => `${root}${file}`);
    const config = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
    const program = ts.createProgram(entries, options);
    this.#checker = program.getTypeChecker();
    for (const entry of entries) {
      const source = program.getSourceFile(entry);
      const module = source && this.#checker.getSymbolAtLocation(source);
      for (const symbol of module ? this.#checker.getExportsOfModule(module) : []) {
        const type = this.#checker.getTypeOfSymbol(symbol);
        if (type.getCallSignatures().length > 0) this.#functions.set(symbol.name, type);
      }
    }
  }

  /** Names of the exported functions. */
  get names(): readonly string[] {
    return [...this.#functions.keys()];
  }

  /** Every place of a call, a long list by its first entries. */
  of(name: string, args: readonly unknown[]): Place[] {
    const signature = this.#signatureFor(name, args);
    const places: Place[] = [];
    if (!signature) return places;
    for (const [argument, parameter] of signature.getParameters().entries()) {
      const declaration = parameter.valueDeclaration;
      const rest = declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
      const type = this.#checker.getTypeOfSymbol(parameter);
      const optional =
        declaration !== undefined && ts.isParameter(declaration) && this.#checker.isOptionalParameter(declaration);
      if (rest) {
        const element = type.getNumberIndexType();
        if (element)
          for (const [n, value] of args.slice(argument).entries()) {
            this.#walk(places, value, element, [parameter.name, n], argument + n, false, false);
          }
      } else if (argument < args.length) {
        this.#walk(places, args[argument], type, [parameter.name], argument, optional, false);
      }
    }
    return places.map((place) =>
      place.path.length > 1 ? place : { ...place, allowed: this.#anyOverload(name, place) },
    );
  }

  /** What may stand for a whole argument: what one overload does not take there, another may. */
  #anyOverload(name: string, { argument, allowed }: Place): Allowed {
    const signatures = this.#functions.get(name)?.getCallSignatures() ?? [];
    const kinds = signatures.flatMap((signature) => {
      const parameter = signature.getParameters()[argument];
      return parameter ? [...this.#allowed(this.#checker.getTypeOfSymbol(parameter)).kinds] : [];
    });
    return signatures.length > 1 ? { ...allowed, kinds: new Set([...allowed.kinds, ...kinds]) } : allowed;
  }

  #signatureFor(name: string, args: readonly unknown[]): ts.Signature | undefined {
    const signatures = this.#functions.get(name)?.getCallSignatures() ?? [];
    return (
      signatures.find(
        (signature) =>
          args.length <= signature.getParameters().length + (hasRest(signature) ? args.length : 0) &&
          signature.getParameters().every((parameter, index) => {
            const declaration = parameter.valueDeclaration;
            if (declaration === undefined || !ts.isParameter(declaration)) return true;
            if (declaration.dotDotDotToken) return true;
            if (index >= args.length) return this.#checker.isOptionalParameter(declaration);
            const allowed = this.#allowed(this.#checker.getTypeOfSymbol(parameter));
            return allowed.kinds.has(kindOf(args[index]));
          }),
      ) ?? signatures[0]
    );
  }

  #concrete(type: ts.Type): ts.Type {
    if (type.flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional)) {
      return this.#checker.getBaseConstraintOfType(type) ?? type;
    }
    return type;
  }

  #parts(given: ts.Type): readonly ts.Type[] {
    const type = this.#concrete(given);
    return type.isUnion() ? type.types.flatMap((part) => this.#parts(part)) : [type];
  }

  #allowed(given: ts.Type): Allowed {
    // the name of a parameter, for messages: it is looked at only when something is wrong
    if (this.#checker.typeToString(given) === "string | Path") return { kinds: new Set(EVERY_KIND), words: null };
    const kinds = new Set<Kind>();
    const words: string[] = [];
    let free = false;
    for (const type of this.#parts(given)) {
      const { flags } = type;
      if (type.isStringLiteral()) {
        kinds.add("text");
        words.push(type.value);
      } else if (flags & ts.TypeFlags.StringLike) {
        kinds.add("text");
        free = true;
      } else if (flags & ts.TypeFlags.NumberLike) kinds.add("number");
      else if (flags & ts.TypeFlags.BigIntLike) kinds.add("bigint");
      else if (flags & ts.TypeFlags.BooleanLike) kinds.add("flag");
      else if (flags & ts.TypeFlags.Null) kinds.add("null");
      else if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) kinds.add("undefined");
      else if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) {
        for (const kind of EVERY_KIND) kinds.add(kind);
        free = true;
      } else if (type.getCallSignatures().length > 0) kinds.add("function");
      else if (this.#checker.isArrayLikeType(type) || /^\w+Array$/.test(type.getSymbol()?.name ?? ""))
        kinds.add("list");
      else kinds.add("object");
    }
    return { kinds, words: free || words.length === 0 ? null : words };
  }

  /** The arms of a union that a value can be, by the words it has where they have theirs. */
  #arms(value: object, given: ts.Type): readonly ts.Type[] {
    const arms = this.#parts(given).filter(
      (type) =>
        (type.flags & ts.TypeFlags.Object) !== 0 ||
        ((type.flags & ts.TypeFlags.Intersection) !== 0 && (type.flags & ts.TypeFlags.StringLike) === 0),
    );
    if (arms.length < 2) return arms;
    const fitting = arms.filter((type) =>
      type.getProperties().every((property) => {
        const { words } = this.#allowed(this.#checker.getTypeOfSymbol(property));
        const own = (value as Record<string, unknown>)[property.name];
        return words === null || typeof own !== "string" || words.includes(own);
      }),
    );
    return fitting.length > 0 ? fitting : arms;
  }

  #walk(
    places: Place[],
    value: unknown,
    type: ts.Type,
    path: readonly (string | number)[],
    argument: number,
    optional: boolean,
    inRow: boolean,
    named = false,
  ): void {
    const allowed = this.#allowed(type);
    const at = { path, argument, value, allowed, optional, named };
    if (!isPlain(value)) {
      places.push({ ...at, members: null, row: inRow });
      return;
    }
    const arms = this.#arms(value, type);
    if (Array.isArray(value)) {
      places.push({ ...at, members: null, row: inRow });
      const element = arms[0]?.getNumberIndexType();
      if (element)
        for (const [index, entry] of value.slice(0, 3).entries()) {
          this.#walk(places, entry, element, [...path, index], argument, false, inRow);
        }
      return;
    }
    // where a document may stand in the place of its handle, what lacks the members of the handle is the document
    const isWhole = (arm: ts.Type): boolean =>
      arm.getProperties().every(({ flags, name }) => (flags & ts.SymbolFlags.Optional) !== 0 || name in value);
    if (arms.some((arm) => this.#isOneOf(arm, HANDLES) && (arms.length === 1 || isWhole(arm)))) {
      places.push({ ...at, members: null, row: inRow });
      return;
    }
    // what a type parameter stands for may have members of its own
    const isGeneric = (type.flags & ts.TypeFlags.TypeParameter) !== 0;
    const row = inRow || isGeneric || arms.some((arm) => this.#isOneOf(arm, ROWS));
    const open =
      arms.length === 0 || arms.some((arm) => arm.getStringIndexType() !== undefined || this.#isUnknown(arm));
    const properties = new Map<string, ts.Symbol>();
    for (const arm of arms) for (const property of arm.getProperties()) properties.set(property.name, property);
    places.push({ ...at, members: open ? null : [...properties.keys()], row });
    for (const key of Object.keys(value).slice(0, MAX_MEMBERS)) {
      const property = properties.get(key);
      const member = property ? this.#checker.getTypeOfSymbol(property) : arms[0]?.getStringIndexType();
      if (!member) continue;
      const named = property === undefined;
      const mayLack = named || (property.flags & ts.SymbolFlags.Optional) !== 0;
      const own = (value as Record<string, unknown>)[key];
      this.#walk(places, own, member, [...path, key], argument, mayLack, row, named);
    }
  }

  #isUnknown(type: ts.Type): boolean {
    return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) !== 0;
  }

  /** Whether a type, or what a union of it has, is in one of the lists of kinds-of-types.ts. */
  #isOneOf(type: ts.Type, names: readonly string[]): boolean {
    let name = this.#names.get(type);
    if (name === undefined) {
      name = this.#checker.typeToString(type);
      this.#names.set(type, name);
    }
    const own = [type.aliasSymbol?.name, name];
    return own.some((text) => text !== undefined && names.some((known) => isNamed(text, known)));
  }
}

/** Whether the last parameter of a signature takes any number of arguments. */
function hasRest(signature: ts.Signature): boolean {
  const declaration = signature.getParameters().at(-1)?.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
}

/** Whether the text of a type begins with a name and ends there, or goes on with type arguments. */
const isNamed = (text: string, name: string): boolean =>
  text.startsWith(name) && (name === "Prepared" || name.includes("<") || !/^\w/.test(text.slice(name.length)));
