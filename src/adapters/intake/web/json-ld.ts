/** An object of a page's JSON-LD (https://json-ld.org), nothing of it trusted. */
export interface DataNode {
  readonly [key: string]: unknown;
}

const DEEPEST = 6;
const MOST_NODES = 2_000;

/** All objects that stand for something of their own in a page's JSON-LD; broken scripts give none. */
export function readNodes(scripts: readonly string[]): readonly DataNode[] {
  const nodes: DataNode[] = [];
  for (const script of scripts) collectNodes(parseLoosely(script), 0, nodes);
  return nodes;
}

/** The article among them: one with a headline or text before one without. */
export function findArticle(nodes: readonly DataNode[]): DataNode | null {
  const articles = nodes.filter((node) => hasType(node, /(?:Article|BlogPosting|Report|Review)$|^LiveBlogPosting$/));
  return articles.find(({ articleBody, headline }) => articleBody ?? headline) ?? articles[0] ?? null;
}

/** Whether one of the object's types is like this. */
export const hasType = (node: DataNode, type: RegExp): boolean =>
  listOf(node["@type"]).some((name) => typeof name === "string" && type.test(name));

/** One or several, as JSON-LD allows everywhere. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** The object itself, or the one among `nodes` it only refers to by its "@id". */
export function resolve(node: DataNode, nodes: readonly DataNode[]): DataNode {
  const refers = node["@id"] !== undefined && Object.keys(node).every((key) => key.startsWith("@"));
  return (refers ? nodes.find((other) => other["@id"] === node["@id"] && other !== node) : undefined) ?? node;
}

export const isNode = (value: unknown): value is DataNode =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Many pages leave line breaks in their strings, or comment marks around the script. */
function parseLoosely(script: string): unknown {
  try {
    return JSON.parse(
      script
        .replace(/[\u0000-\u001f]+/g, " ")
        .trim()
        .replace(/^<!--|^\/\*<!\[CDATA\[\*\/|-->$|\/\*\]\]>\*\/$/g, ""),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function collectNodes(value: unknown, depth: number, nodes: DataNode[]): void {
  if (depth > DEEPEST || nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value) collectNodes(item, depth + 1, nodes);
  } else if (isNode(value)) {
    nodes.push(value);
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage"]) collectNodes(value[key], depth + 1, nodes);
  }
}
