import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../sandbox/root.ts'

/** What the program says when something is wrong: its words, with `…` for what differs, and the file of `src` that says it. */
export interface Message {
  text: string
  file: string
}

/** What is thrown to be read by a person; the message of a plain `Error` becomes a part of one of the others. */
const thrown = new Set(['UserError', 'NotEvaluated', 'ServiceError', 'UnreadableReport', 'Error'])
/** Properties whose words stand in a verdict, a log or an error. */
const told = new Set(['advice', 'explanation', 'problem', 'says'])
const fewestWords = 3

/**
 * Every message of `src`, by file and place: what errors are made with, and what conditions explain and advise. Functions,
 * constants and arguments are followed to the words they stand for; what comes from outside is `…`.
 */
export function messagesOfSource(): Message[] {
  const root = projectRoot()
  const program = programOf(join(root, 'src'))
  const found = new Map<string, Message>()
  for (const file of program.ours)
    for (const expression of saidIn(file, program))
      for (const words of wordsOf(expression, { ...program, seen: [] })) {
        const text = words.replace(/\s+/g, ' ').trim()
        const name = relative(root, file.fileName).replaceAll(sep, '/')
        if (isMessage(text) && !found.has(text)) found.set(text, { text, file: name })
      }
  return [...found.values()]
}

interface Source {
  ours: ts.SourceFile[]
  /** What a name stands for, if it is ours. */
  declarationOf(name: ts.Node): ts.Declaration | undefined
  callsOf(declaration: ts.Node): ts.CallExpression[]
}

interface Way extends Source {
  /** What led here: a function that calls itself would be followed for ever. */
  seen: ts.Node[]
}

function programOf(folder: string): Source {
  const entries = ['entry/action.ts', 'entry/cli.ts'].map((file) => join(folder, file))
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const isOurs = (file: ts.SourceFile) => file.fileName.startsWith(`${folder}/`)
  // By name, so that the order is the same whoever imports whom.
  const ours = program
    .getSourceFiles()
    .filter(isOurs)
    .sort((one, other) => (one.fileName < other.fileName ? -1 : 1))
  const declarationOf = (name: ts.Node) => {
    const symbol = checker.getSymbolAtLocation(name)
    const meant = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const declaration = meant?.valueDeclaration
    return declaration && isOurs(declaration.getSourceFile()) ? declaration : undefined
  }
  const calls = callsIn(ours, declarationOf)
  return { ours, declarationOf, callsOf: (declaration) => calls.get(declaration) ?? [] }
}

function callsIn(files: ts.SourceFile[], declarationOf: Source['declarationOf']): Map<ts.Node, ts.CallExpression[]> {
  const calls = new Map<ts.Node, ts.CallExpression[]>()
  const visit = (node: ts.Node): void => {
    const called = ts.isCallExpression(node) && ts.isIdentifier(node.expression) && declarationOf(node.expression)
    if (called) calls.set(called, [...(calls.get(called) ?? []), node])
    ts.forEachChild(node, visit)
  }
  files.forEach(visit)
  return calls
}

function isMessage(text: string): boolean {
  return text.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length >= fewestWords
}

/** The expressions of a file whose words are shown. */
function saidIn(file: ts.SourceFile, source: Source): ts.Node[] {
  const said: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && isThrown(node.expression, source)) said.push(...(node.arguments ?? []).slice(0, 1))
    if (ts.isPropertyAssignment(node) && told.has(node.name.getText())) said.push(node.initializer)
    if (ts.isShorthandPropertyAssignment(node) && told.has(node.name.text)) said.push(...initialisersOf(node))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return said
}

/** Whether it names one of the classes, one made of them, or a variable that is one of these. */
function isThrown(name: ts.Node, source: Source): boolean {
  if (thrown.has(name.getText())) return true
  const declaration = source.declarationOf(name)
  if (declaration && ts.isClassDeclaration(declaration))
    return (declaration.heritageClauses ?? []).some(({ types }) =>
      types.some(({ expression }) => isThrown(expression, source)),
    )
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false
  return partsOf(declaration.initializer).some((part) => isThrown(part, source))
}

/** `{ advice }` has the value of the variable of that name, which is looked up where it is declared, further up. */
function initialisersOf({ name }: ts.ShorthandPropertyAssignment): ts.Node[] {
  const values: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name.text && node.initializer)
      values.push(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(name.getSourceFile())
  return values
}

/** The texts that an expression can be; of a template, first the whole with `…`, then what its parts can be. */
function wordsOf(node: ts.Node, way: Way): string[] {
  if (way.seen.includes(node)) return []
  const further = { ...way, seen: [...way.seen, node] }
  const all = (nodes: readonly ts.Node[]) => nodes.flatMap((each) => wordsOf(each, further))
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [wholeOf(node), ...all(node.templateSpans.map(({ expression }) => expression))]
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return all(meantBy(node, way))
  if (ts.isCallExpression(node)) return all(calledBy(node, way))
  return all(partsOf(node))
}

function wholeOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => `…${literal.text}`).join('')
}

/** What of an expression can be its value. */
function partsOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse]
  if (ts.isBinaryExpression(node)) return [node.left, node.right]
  if (ts.isArrayLiteralExpression(node)) return node.elements
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [property.initializer] : []))
  if (ts.isNewExpression(node)) return node.arguments ?? []
  if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node)) return returnsOf(node)
  return isWrapped(node) ? [node.expression] : []
}

function isWrapped(node: ts.Node) {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isSpreadElement(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isElementAccessExpression(node)
  )
}

function returnsOf({ body }: ts.ArrowFunction | ts.FunctionDeclaration): ts.Node[] {
  if (!body) return []
  if (!ts.isBlock(body)) return [body]
  const returned: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (ts.isReturnStatement(node) && node.expression) returned.push(node.expression)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(body, visit)
  return returned
}

function meantBy(name: ts.Identifier | ts.PropertyAccessExpression, way: Way): ts.Node[] {
  const declaration = way.declarationOf(ts.isIdentifier(name) ? name : name.name)
  if (!declaration) return []
  if (ts.isParameter(declaration)) return givenTo(declaration, way)
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration))
    return declaration.initializer ? [declaration.initializer] : []
  return ts.isFunctionDeclaration(declaration) ? [declaration] : []
}

/** What a call can return: of a function of ours its own words; of `list.map(…).join(…)` those of the list and of what maps it. */
function calledBy(call: ts.CallExpression, way: Way): ts.Node[] {
  const { expression } = call
  const receiver = ts.isPropertyAccessExpression(expression) ? [expression.expression] : []
  const mapped = call.arguments.filter((argument) => ts.isArrowFunction(argument) || isFunctionName(argument, way))
  return [...receiver, ...meantBy(expression as ts.Identifier, way), ...mapped]
}

function isFunctionName(argument: ts.Node, way: Way): boolean {
  const declaration = ts.isIdentifier(argument) ? way.declarationOf(argument) : undefined
  return declaration !== undefined && ts.isFunctionDeclaration(declaration)
}

/**
 * What calls give for a parameter. Those in other files name what they talk of (the line of a report, an input), and say
 * something only in whole sentences.
 */
function givenTo(parameter: ts.ParameterDeclaration, way: Way): ts.Node[] {
  const { parent } = parameter
  const at = parent.parameters.indexOf(parameter)
  const file = parameter.getSourceFile()
  return way
    .callsOf(ts.isFunctionDeclaration(parent) ? parent : parent.parent)
    .flatMap((call) => call.arguments.slice(at, at + 1))
    .filter(
      (given) =>
        given.getSourceFile() === file || /\.['"`]$/.test(given.getText()) || ts.isThrowStatement(given.parent.parent),
    )
}
