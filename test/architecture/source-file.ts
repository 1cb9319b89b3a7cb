import { readFileSync, readdirSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** One source text, read as far as the architecture's rules need it. Paths are relative to the package, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly lineCount: number
  /** The files that relative imports name, by whatever form of import or re-export, types too; resolved. */
  readonly importedFiles: readonly string[]
  /** The packages and platform modules that are named, in the same forms. */
  readonly importedPackages: readonly string[]
  /** Names where a property is read, written, declared or taken apart. */
  readonly properties: readonly string[]
  /** Names that stand for themselves: variables, functions, globals. */
  readonly identifiers: readonly string[]
  /** The contents of strings and of a template's fixed parts; module names left out. */
  readonly strings: readonly string[]
}

const packageRoot = fileURLToPath(new URL('../..', import.meta.url))

/** All TypeScript files of a folder of the package. */
export function readSourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => parseSourceFile(toPosix(relative(packageRoot, path)), readFileSync(path, 'utf8')))
}

export function parseSourceFile(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const importedFiles: string[] = []
  const importedPackages: string[] = []
  const properties: string[] = []
  const identifiers: string[] = []
  const strings: string[] = []

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      if (!isTypeTest(node)) (isPropertyName(node) ? properties : identifiers).push(node.text)
    } else if (isText(node)) {
      if (!isModuleName(node)) (isPropertyName(node) ? properties : strings).push(node.text)
      else if (node.text.startsWith('.')) importedFiles.push(posix.join(posix.dirname(path), node.text))
      else importedPackages.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const lineCount = text.split('\n').length - (text === '' || text.endsWith('\n') ? 1 : 0)
  return { path, lineCount, importedFiles, importedPackages, properties, identifiers, strings }
}

/** The right side of `value instanceof Date`, which asks nothing of what it names. */
function isTypeTest(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    parent.right === node
  )
}

type TextNode =
  ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail

function isText(node: ts.Node): node is TextNode {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  )
}

function isModuleName(node: TextNode): boolean {
  const { parent } = node
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return parent.moduleSpecifier === node
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent)
  return ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword
}

/** `a.name`, `a['name']`, `{ name: ... }` and `{ name }` as value, type or pattern, and members of classes and types. */
function isPropertyName(node: ts.Identifier | TextNode): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isQualifiedName(parent)) return parent.right === node
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node
  if (ts.isLiteralTypeNode(parent)) return ts.isIndexedAccessTypeNode(parent.parent)
  if (ts.isBindingElement(parent)) {
    if (parent.propertyName !== undefined) return parent.propertyName === node
    return parent.name === node && ts.isObjectBindingPattern(parent.parent)
  }
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node
  return (
    (ts.isObjectLiteralElement(parent) || ts.isTypeElement(parent) || ts.isClassElement(parent)) &&
    parent.name === node
  )
}

function toPosix(path: string): string {
  return path.split(sep).join('/')
}
