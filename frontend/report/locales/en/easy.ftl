# The same in the fewest words: one idea a line.
easy-title = Easy to read
easy-lead = How to tell us about crime.
easy-danger = Is someone in danger now? Call 999.
easy-tell = You can tell us about crime here.
easy-no-name = You do not say who you are.
easy-sealed = Your words go into a locked box.
easy-officers = Only some police officers can open the box.
easy-care = Do not write your name. Do not write your address.
easy-skip = You can skip most questions.
easy-language = You can write in any language.
easy-help = Someone you trust can help you.
easy-leave = You can leave fast. Choose “Exit this page”.
easy-history = Your phone may remember that you were here.
easy-instead = You can also call.
