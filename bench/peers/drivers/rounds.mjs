// What the two JavaScript drivers share. Protocol: see compare.py.
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export async function serve(read) {
  const rows = readFileSync(process.argv[2], 'utf8').split('\n').filter(line => line.length > 0).map(line => {
    const tab = line.indexOf('\t')
    return [line.slice(0, tab), line.slice(tab + 1)]
  })
  console.log(`ready ${rows.length}`)
  for await (const command of createInterface({ input: process.stdin })) {
    if (command === 'quit') break
    const answers = []
    let sum = 0
    const start = process.hrtime.bigint()
    for (const [region, text] of rows) {
      const answer = read(text, region)
      sum += answer.e164.length + (answer.valid ? 1 : 0)
      answers.push(answer)
    }
    const taken = Number(process.hrtime.bigint() - start) / 1e9
    if (command.startsWith('answers ')) writeFileSync(command.slice(8), answers.map(answer => `${answer.e164}\t${answer.valid ? 1 : 0}\n`).join(''))
    console.log(`${taken}\t${sum}`)
  }
}
