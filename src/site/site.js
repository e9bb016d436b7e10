// "Exit this page", after the GOV.UK Design System. The link works without this file. With it, the page
// turns blank at once, cannot be reached by the "back" button, and pressing Shift three times does the same.
const exit = document.getElementById('exit')
const announcement = document.getElementById('exit-status')

/** How long somebody may take from one press of the Shift key to the next, in milliseconds. */
const maxPauseBetweenPresses = 5000
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
  timer = setTimeout(() => reset(exit.dataset.expired), maxPauseBetweenPresses)
}

if (exit) {
  exit.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  // Shift together with another key types a capital letter; that is not meant to exit.
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
  // When somebody comes back, the page must not be blank.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      location.reload()
    }
  })
}
