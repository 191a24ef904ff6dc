// Google's C++ library. Protocol: see compare.py.
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

struct Row {
  std::string region, text;
};

int main(int argc, char** argv) {
  std::vector<Row> rows;
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  const PhoneNumberUtil& library = *PhoneNumberUtil::GetInstance();
  std::cout << "ready " << rows.size() << std::endl;
  for (std::string command; std::getline(std::cin, command) && command != "quit";) {
    std::ofstream answers;
    if (command.rfind("answers ", 0) == 0) answers.open(command.substr(8));
    size_t sum = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const Row& row : rows) {
      PhoneNumber number;
      std::string e164;
      bool valid = false;
      if (library.Parse(row.text, row.region, &number) == PhoneNumberUtil::NO_PARSING_ERROR) {
        library.Format(number, PhoneNumberUtil::E164, &e164);
        valid = library.IsValidNumber(number);
        sum += e164.size() + valid + library.GetNumberType(number);
      }
      if (answers.is_open()) answers << e164 << '\t' << valid << '\n';
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    answers.close();
    std::cout << taken.count() << '\t' << sum << std::endl;
  }
}
