// "Exit this page", after the GOV.UK Design System: the link works without this file. With it, the page
// is blank at once, is no longer behind the "back" button, and three times Shift does the same.
const exit = document.getElementById('exit')
const announcement = document.getElementById('exit-status')

/** How long somebody may take from one press to the next, in milliseconds. */
const patience = 5000
const needed = 3

let presses = 0
let timer

const leave = () => {
  document.documentElement.classList.add('left')
  document.title = '…'
  announcement.textContent = exit.dataset.loading
  location.replace(exit.href)
}

const reset = (message) => {
  clearTimeout(timer)
  presses = 0
  announcement.textContent = message
}

const press = () => {
  presses += 1
  clearTimeout(timer)
  if (presses === needed) {
    leave()
    return
  }
  announcement.textContent = presses === 1 ? exit.dataset.twice : exit.dataset.once
  timer = setTimeout(() => reset(exit.dataset.expired), patience)
}

if (exit) {
  exit.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  // Shift with another key is a capital letter, not a call for help.
  let isAlone = false
  addEventListener('keydown', ({ key, repeat }) => {
    isAlone = key === 'Shift' && !repeat
    if (key !== 'Shift' && presses > 0) {
      reset('')
    }
  })
  addEventListener('keyup', ({ key }) => {
    if (key === 'Shift' && isAlone) {
      press()
    }
  })
  // Whoever comes back finds the page as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      location.reload()
    }
  })
}
