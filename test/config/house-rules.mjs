/**
 * Three rules of this house for ESLint: one verb means one thing (docs/contributing.md has the table), comments are
 * plain English, and a union of words is a constant list first. Their tests are in house-rules.test.ts.
 */

/** What a function of a verb must say it returns. */
const VERBS = [
  {
    name: /^check[A-Z]/,
    returns: /^readonly \w*Issue\[\]$/,
    says: "returns issues (`readonly …Issue[]`) and never throws for content",
  },
  { name: /^lint[A-Z]/, returns: /^\w*Report$/, says: "returns a report of findings" },
  { name: /^refuse([A-Z]|$)/, returns: /^never$/, says: "never returns" },
  { name: /^(is|has)[A-Z]/, returns: /^(boolean|\w+ is .+)$/s, says: "returns a boolean" },
  { name: /^try[A-Z]/, returns: /\| null$/, says: "returns a value or null" },
  {
    name: /^read[A-Z]/,
    returns: /^(?!(void|boolean|never)$)(?!.*\| (null|undefined)$)/s,
    says: "returns the typed value, or throws",
  },
  {
    name: /^prepare[A-Z]/,
    returns: /^(?!(void|boolean|never)$)(?!.*\| (null|undefined)$)/s,
    says: "returns a handle, or throws",
  },
];

const verbs = {
  meta: { type: "problem", schema: [], messages: { verb: "`{{name}}`: a function of this verb {{says}}." } },
  create(context) {
    const look = (name, fn) => {
      const verb = VERBS.find((candidate) => candidate.name.test(name));
      if (verb === undefined) return;
      const type = fn.returnType && context.sourceCode.getText(fn.returnType.typeAnnotation);
      if (!type || !verb.returns.test(type)) {
        context.report({ node: fn, messageId: "verb", data: { name, says: verb.says } });
      }
    };
    return {
      "FunctionDeclaration, TSDeclareFunction": (node) => look(node.id?.name ?? "", node),
      "VariableDeclarator > ArrowFunctionExpression": (node) => look(node.parent.id.name ?? "", node),
    };
  },
};

/** Phrases a native reader stumbles over, with what to write instead. */
const PHRASES = [
  [
    /(?<!there )\b(?:is|are|was|were|be) no (?!longer\b|more\b|less\b|later\b|earlier\b|nearer\b|way\b|doubt\b|greater\b|smaller\b)[`a-z][\w`-]*/i,
    "is not a",
  ],
  [/\bwhat (?:is|are) (?:no|none)\b/i, "when it is not"],
  [/(?<!there )\b(?:is|are|was|were) none\b(?! of)/i, "name what is missing, or `invalid`"],
  [/\bunless told\b|\btold otherwise\b/i, "by default"],
  [/\bleft out: /i, "Default …"],
  [/\b(?:when|where) left out\b/i, "Default …, or `when omitted`"],
  [
    /\b(?:one|once|entry|entries) an? (?:row|client|line|stage|case|day|room|head|service|clock|event|period|month|year|code|key|language)\b(?! of)/i,
    "one per",
  ],
  [/[,;] else\b/i, "otherwise"],
  [/\bthe business of\b/i, "left to"],
  [/\bso many\b/i, "a number of, or name the number"],
  [/\b(?:he|him|his|himself)\b/i, "they, their, or the role"],
  [/\bsave (?:that|where|for)\b/i, "except"],
  [/\bbut for\b/i, "except for"],
  [/\bstands? (?:twice|once|beside|alone)\b/i, "is, appears"],
];

/** The phrases of a text, with their places in it. */
export function phrasesIn(text) {
  const found = [];
  // a phrase may run over the end of a line of a comment
  const flat = text.replace(/\n[ \t]*\*(?= )/g, (gap) => " ".repeat(gap.length)).replace(/\n/g, " ");
  for (const [pattern, instead] of PHRASES) {
    for (const match of flat.matchAll(new RegExp(pattern.source.replaceAll(" ", "\\s+"), "gi"))) {
      found.push({ index: match.index, phrase: match[0].replace(/\s+/g, " "), instead });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

const plainEnglish = {
  meta: { type: "suggestion", schema: [], messages: { phrase: 'Not "{{phrase}}" but "{{instead}}".' } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          // examples are code
          const text = comment.value.replace(/@example[\s\S]*?(?=\n\s*\* @(?!example)|$)/g, (code) =>
            code.replace(/[^\n]/g, " "),
          );
          for (const { index, phrase, instead } of phrasesIn(text)) {
            const start = comment.range[0] + 2 + index;
            const loc = {
              start: context.sourceCode.getLocFromIndex(start),
              end: context.sourceCode.getLocFromIndex(start + phrase.length),
            };
            context.report({ loc, messageId: "phrase", data: { phrase, instead } });
          }
        }
      },
    };
  },
};

/** Types that pick members of another type by name. */
const PICKS = new Set(["Pick", "Omit", "Extract", "Exclude", "Record"]);

const oneList = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      list: "A union of words is written once, as `const XS = [...] as const; type X = (typeof XS)[number]`: its check, its schema and its labels take it from there.",
    },
  },
  create(context) {
    return {
      TSUnionType(node) {
        const isWord = (type) => type.type === "TSLiteralType" && typeof type.literal.value === "string";
        if (node.types.length < 2 || !node.types.every(isWord)) return;
        let isPublic = false;
        for (let up = node.parent; up; up = up.parent) {
          if (up.type === "TSTypeReference" && PICKS.has(up.typeName.name)) return;
          if (up.type === "TSInterfaceHeritage" && PICKS.has(up.expression.name)) return;
          if (up.type === "ExportNamedDeclaration") isPublic = true;
        }
        if (isPublic) context.report({ node, messageId: "list" });
      },
    };
  },
};

export default { rules: { "one-list": oneList, verbs, "plain-english": plainEnglish } };
