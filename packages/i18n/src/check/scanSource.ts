import { parseSync } from '@swc/core';

export interface SourceScan {
  /** Keys asked for in so many words: `home.title`. */
  readonly keys: readonly { readonly key: string; readonly line: number }[];
  /** Keys built from a template: `spaces.roles.${role}` as /^spaces\.roles\..+$/. */
  readonly patterns: readonly { readonly pattern: RegExp; readonly line: number }[];
  /** Every other string, in which a key may hide. */
  readonly strings: ReadonlySet<string>;
  /** Visible words written into the code. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const translatorMakers = new Set([
  'useTranslations',
  'getTranslations',
  'getTranslator',
  'getPlainTranslator',
]);
/** Attributes whose value people see or hear. */
const spokenAttributes = new Set([
  ...[
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'alt',
    'title',
    'placeholder',
  ],
  ...['label', 'description', 'detail', 'text', 'where', 'message', 'error'],
]);
const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
]);

/** Reads one file of code: which messages it asks for, and which words it says without asking. */
export function scanSource(code: string, tsx: boolean): SourceScan {
  const ast = parseSync(code, { syntax: 'typescript', tsx }) as unknown as Node;
  const lines = lineStarts(code);
  const scan = {
    keys: [] as { key: string; line: number }[],
    patterns: [] as { pattern: RegExp; line: number }[],
    strings: new Set<string>(),
    texts: [] as { text: string; line: number }[],
  };
  visit(ast, new Map());
  return scan;

  function lineOf(node: Node): number {
    const start = (node.span as { start: number } | undefined)?.start ?? 1;
    return lines.filter((lineStart) => lineStart < start).length;
  }

  function visit(node: Node, scope: Map<string, string | null>): void {
    const inner = functionTypes.has(node.type) ? withParameters(node, scope) : scope;
    if (node.type === 'VariableDeclarator') bind(node, inner);
    if (node.type === 'CallExpression') call(node, inner);
    if (node.type === 'StringLiteral') scan.strings.add(String(node.value));
    if (node.type === 'JSXText') say(node, String(node.value));
    if (node.type === 'JSXAttribute') attribute(node);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') children(node);
    for (const child of childrenOf(node)) visit(child, inner);
  }

  function bind(node: Node, scope: Map<string, string | null>): void {
    const id = node.id as Node;
    const init = node.init as Node | null;
    if (!init) return;
    if (id.type === 'Identifier') {
      const namespace = namespaceOf(init) ?? carried(init, scope);
      if (namespace !== null) scope.set(String(id.value), namespace);
    } else if (id.type === 'ArrayPattern') {
      // const [t, common] = await Promise.all([getTranslations('home'), …])
      const list = arrayIn(init);
      (id.elements as (Node | null)[]).forEach((element, index) => {
        const namespace = list?.[index] ? namespaceOf(list[index]) : null;
        if (element?.type === 'Identifier' && namespace !== null) scope.set(String(element.value), namespace);
      });
    }
  }

  function call(node: Node, scope: Map<string, string | null>): void {
    const callee = node.callee as Node;
    // t('key'), t.rich('key'), latest.current.t('key'), and useTranslations('ns')('key')
    const target = callee.type === 'MemberExpression' ? (callee.object as Node) : callee;
    const direct = target.type === 'Identifier' ? scope.get(String(target.value)) : undefined;
    const namespace =
      direct !== undefined
        ? direct
        : (carried(callee, scope) ?? (target === callee ? namespaceOf(target) : null));
    const [first] = node.arguments as { expression: Node }[];
    if (namespace === null || namespace === undefined || !first) return;
    take(first.expression, namespace);
  }

  function take(argument: Node, namespace: string): void {
    const line = lineOf(argument);
    if (argument.type === 'StringLiteral') scan.keys.push({ key: `${namespace}.${argument.value}`, line });
    else if (argument.type === 'ConditionalExpression') {
      take(argument.consequent as Node, namespace);
      take(argument.alternate as Node, namespace);
    } else if (argument.type === 'TemplateLiteral') {
      const parts = (argument.quasis as { raw: string }[]).map(({ raw }) =>
        raw.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      );
      scan.patterns.push({
        pattern: new RegExp(`^${namespace.replaceAll('.', '\\.')}\\.${parts.join('.+')}$`),
        line,
      });
    } else {
      // Any key of the group: TypeScript knows which, we only keep them from counting as unused.
      scan.patterns.push({ pattern: new RegExp(`^${namespace.replaceAll('.', '\\.')}\\.[^.]+$`), line });
    }
  }

  function attribute(node: Node): void {
    const name = (node.name as Node).value;
    const value = node.value as Node | null;
    if (typeof name !== 'string' || !spokenAttributes.has(name) || !value) return;
    const literal = value.type === 'JSXExpressionContainer' ? (value.expression as Node) : value;
    if (literal.type === 'StringLiteral') say(literal, String(literal.value));
  }

  function children(node: Node): void {
    for (const child of node.children as Node[]) {
      const expression = child.type === 'JSXExpressionContainer' ? (child.expression as Node) : null;
      if (expression?.type === 'StringLiteral') say(expression, String(expression.value));
    }
  }

  function say(node: Node, text: string): void {
    if (/\p{L}/u.test(text)) scan.texts.push({ text: text.trim(), line: lineOf(node) });
  }
}

/** The namespace a call such as `await getTranslations('home')` binds, or null. */
function namespaceOf(node: Node): string | null {
  if (node.type === 'AwaitExpression') return namespaceOf(node.argument as Node);
  if (node.type !== 'CallExpression') return null;
  const callee = node.callee as Node;
  if (callee.type !== 'Identifier' || !translatorMakers.has(String(callee.value))) return null;
  const last = (node.arguments as { expression: Node }[]).at(-1)?.expression;
  return last?.type === 'StringLiteral' ? String(last.value) : null;
}

function arrayIn(node: Node): (Node | undefined)[] | null {
  if (node.type === 'AwaitExpression') return arrayIn(node.argument as Node);
  if (node.type === 'CallExpression') {
    const [first] = node.arguments as { expression: Node }[];
    return first ? arrayIn(first.expression) : null;
  }
  if (node.type !== 'ArrayExpression') return null;
  return (node.elements as ({ expression: Node } | null)[]).map((element) => element?.expression);
}

/** The namespace of a translator carried in a property of its own name, such as `latest.current.t`, or null. */
function carried(node: Node, scope: ReadonlyMap<string, string | null>): string | null {
  if (node.type !== 'MemberExpression') return null;
  const property = node.property as Node;
  return property.type === 'Identifier' ? (scope.get(String(property.value)) ?? null) : null;
}

/** A function's parameters hide what the same names meant outside. */
function withParameters(node: Node, scope: Map<string, string | null>): Map<string, string | null> {
  const inner = new Map(scope);
  const parameters = (node.params ?? (node.function as Node | undefined)?.params ?? []) as Node[];
  for (const parameter of parameters) {
    const pattern = (parameter.type === 'Parameter' ? parameter.pat : parameter) as Node;
    if (pattern.type === 'Identifier') inner.set(String(pattern.value), null);
  }
  return inner;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .flatMap((value): Node[] => {
      if (typeof value !== 'object' || value === null) return [];
      if ('type' in value && typeof value.type === 'string') return [value as Node];
      // swc wraps arguments and elements as { spread, expression } without a type.
      return 'expression' in value
        ? [value.expression as Node]
        : 'span' in value
          ? []
          : childrenOf(value as Node);
    });
}

/** Byte offsets (as swc counts, from 1) at which lines begin. */
function lineStarts(code: string): number[] {
  const bytes = Buffer.from(code);
  const starts = [0];
  for (let index = bytes.indexOf(10); index !== -1; index = bytes.indexOf(10, index + 1))
    starts.push(index + 1);
  return starts;
}
