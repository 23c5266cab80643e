import { describe, expect, it } from 'vitest'
import { mistakesOf } from './contact'

const contact = (phone: string, email = '') => ({ name: '', phone, email })

describe('mistakesOf', () => {
  it.each(['13800138000', '+86 138 0013 8000', '010-12345678', '95188'])('takes %s', (phone) => {
    expect(mistakesOf(contact(phone))).toEqual({})
  })
  it.each(['1234', 'call me', '138-', '1'.repeat(31)])('refuses %s', (phone) => {
    expect(mistakesOf(contact(phone))).toEqual({ phone: 'contact.phoneWrong' })
  })
  it.each(['a@b.cn', '李娜@例子.公司'])('takes %s', (email) => {
    expect(mistakesOf(contact('', email))).toEqual({})
  })
  it.each(['a', 'a@b', 'a b@c.cn', 'a@b..cn'])('refuses %s', (email) => {
    expect(mistakesOf(contact('', email))).toEqual({ email: 'contact.emailWrong' })
  })
  it('wants one way to reach the customer', () => {
    expect(mistakesOf(contact(''))).toEqual({ phone: 'contact.none' })
  })
})
