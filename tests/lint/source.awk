# SPDX-License-Identifier: MIT
# Rules on one file at a time: licence line, sizes, functions that are banned,
# identifiers in ASCII. Comments and strings are taken out first.
# -v exceptions=FILE: lines "path word: reason" that let a function through.

BEGIN {
    # Limits of the house: see CONTRIBUTING.md.
    FILE_LINES = 400
    HEADER_LINES = 250 # of public headers
    FUNCTION_LINES = 80
    PARAMETERS = 6
    anywhere = " strcpy strcat sprintf vsprintf gets strtok atoi atof atol atoll" \
        " setlocale alloca scanf "
    # in libraries, whose callers have the terminal, the environment, the process
    in_library = " printf vprintf puts putchar perror getenv setenv putenv exit" \
        " _exit abort quick_exit signal sigaction "
    memory = " malloc calloc realloc reallocarray free strdup strndup asprintf" \
        " vasprintf getline getdelim aligned_alloc posix_memalign "
    while (exceptions != "" && (getline line < exceptions) > 0) {
        if (line ~ /^#/ || line !~ /:/) continue
        split(line, part, /[ :]+/)
        allowed[part[1], part[2]] = 1
    }
}

function complain(line, what) { print FILENAME ":" line ": " what }

function end_file() {
    if (file == "") return
    if (lines > limit)
        print file ":" limit + 1 ": " lines " lines, " limit " at most"
}

FNR == 1 {
    end_file()
    file = FILENAME
    in_src = file ~ /^src\//
    is_program = file ~ /\/tables\//
    is_cli = file ~ /^src\/cli\//
    is_library = in_src && !is_cli && !is_program
    is_public = file ~ /^src\/include\//
    limit = is_public ? HEADER_LINES : FILE_LINES
    if (!in_src || is_program || file ~ /\.def$/ || file ~ /_table\.[ch]$/)
        limit = 1000000
    in_comment = in_define = depth = in_function = 0
    pending = ""
    if ($0 !~ /SPDX-License-Identifier: MIT/)
        complain(1, "the first line is not the licence's: SPDX-License-Identifier: MIT")
}

{
    lines = FNR
    if (file ~ /\.def$/) next
    code = strip($0)
    if (code ~ /[\200-\377]/)
        complain(FNR, "a name that is not ASCII")
    if (in_src) check_calls(code)
    is_preprocessor = in_define || code ~ /^[ \t]*#/
    in_define = is_preprocessor && code ~ /\\$/
    if (!is_preprocessor && in_src) follow(code)
}

# The line without comments; strings and characters become "" and ''.
function strip(line,    out, at, token) {
    out = ""
    while (line != "") {
        if (in_comment) {
            at = index(line, "*/")
            if (!at) return out
            line = substr(line, at + 2)
            in_comment = 0
            continue
        }
        if (!match(line, /\/\*|\/\/|"|\x27/)) return out line
        at = RSTART
        token = substr(line, at, RLENGTH)
        out = out substr(line, 1, at - 1)
        line = substr(line, at + RLENGTH)
        if (token == "//") return out
        if (token == "/*") { in_comment = 1; continue }
        if (token == "\"") {
            out = out "\"\""
            if (match(line, /^([^"\\]|\\.)*"/)) line = substr(line, RLENGTH + 1)
            else line = ""
        } else {
            out = out "''"
            if (match(line, /^([^\x27\\]|\\.)*\x27/)) line = substr(line, RLENGTH + 1)
        }
    }
    return out
}

function is_allowed(word) { return (file, word) in allowed }

# Every name that is followed by a parenthesis.
function check_calls(code,    word) {
    if (is_library && code ~ /(^|[^A-Za-z0-9_])(stdout|stderr)([^A-Za-z0-9_]|$)/ &&
        !is_allowed("stdout"))
        complain(FNR, "a library does not print")
    while (match(code, /[A-Za-z_][A-Za-z0-9_]*[ ]*\(/)) {
        word = substr(code, RSTART, RLENGTH - 1)
        # a member or a method of that name is something else
        before = RSTART > 1 ? substr(code, RSTART - 1, 1) : ""
        code = substr(code, RSTART + RLENGTH)
        sub(/ +$/, "", word)
        if (before == "." || before == ">") continue
        if (index(anywhere, " " word " ") && !is_allowed(word))
            complain(FNR, word "() is banned")
        else if (is_library && index(in_library, " " word " ") && !is_allowed(word))
            complain(FNR, word "() is banned in a library")
        else if (is_cli && word == "abort" && !is_allowed(word))
            complain(FNR, word "() is banned")
        else if (!is_program && file != "src/base/memory.c" &&
                 index(memory, " " word " ") && !is_allowed(word))
            complain(FNR, word "(): base/memory.c alone asks for memory")
    }
}

function count_parameters(text,    i, c, level, count) {
    sub(/__attribute__ *\(\(.*\)\)/, "", text)
    i = index(text, "(")
    if (!i) return 0
    count = 1
    level = 0
    for (; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "(") level++
        else if (c == ")") { if (--level == 0) break }
        else if (c == "," && level == 1) count++
    }
    return count
}

# Follows braces; what stands before one at the top tells a function.
function follow(code,    c, at) {
    while (match(code, /[{};]/)) {
        at = RSTART
        c = substr(code, at, 1)
        append(substr(code, 1, at - 1))
        code = substr(code, at + 1)
        if (c == "{") {
            if (depth == 0 && pending ~ /^ *extern ""/) { pending = ""; continue }
            if (depth == 0 && pending ~ /\)[ ]*$/ && pending !~ /=/) begin_function()
            depth++
            pending = ""
        } else if (c == "}") {
            if (depth > 0) depth--
            if (depth == 0 && in_function) end_function()
            pending = ""
        } else if (depth == 0) {
            pending = ""
        }
    }
    append(code)
}

function append(text) {
    if (depth > 0) return
    gsub(/[ \t]+/, " ", text)
    if (text ~ /^ *$/) return
    if (pending ~ /^ *$/) { start = FNR; pending = "" }
    pending = pending text " "
}

function begin_function(    name, count) {
    in_function = 1
    begun = start
    match(pending, /[A-Za-z_][A-Za-z0-9_]* *\(/)
    called = substr(pending, RSTART, RLENGTH - 1)
    count = count_parameters(pending)
    if (count > PARAMETERS)
        complain(begun, called "() has " count " parameters, " PARAMETERS " at most")
}

function end_function() {
    in_function = 0
    if (FNR - begun + 1 > FUNCTION_LINES)
        complain(begun, called "() has " FNR - begun + 1 " lines, " FUNCTION_LINES " at most")
}

END { end_file() }
