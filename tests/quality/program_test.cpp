/// The study as a program for a model of the user's own.

#include "detente/quality/program.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "detente/models/catalogue.hpp"

namespace detente::quality {
namespace {

struct Ended {
  int code = 0;
  std::string out, complaint;
};

Ended run(const std::vector<std::string>& words, const std::vector<Contestant>& own = {}) {
  std::ostringstream out, complaints;
  const int code = run_program(words, own, out, complaints);
  return {code, out.str(), complaints.str()};
}

TEST(QualityProgram, TriesAModelOfOnesOwnBesideTheStandardOnes) {
  const AnyModel model = Catalogue::built_in().make("decayed_mean half_life=30");
  const std::vector<Contestant> own{contestant(model, "mine")};
  const Ended alone = run({"--quick", "--alone"}, own);
  EXPECT_EQ(alone.code, 0);
  EXPECT_NE(alone.out.find("mine"), std::string::npos);
  EXPECT_EQ(alone.out.find("decayed_sum"), std::string::npos);
  const Ended beside = run({"--quick", "--alone", "--model", "decayed_mean half_life=30"}, own);
  EXPECT_NE(beside.out.find("mine"), std::string::npos);
  EXPECT_NE(beside.out.find("decayed_mean half_life=30"), std::string::npos);
}

TEST(QualityProgram, GivesAUsersModelTheFiguresOfTheSameModelByName) {
  const std::string text = "decayed_mean half_life=30";
  const std::string name(text.size(), 'm');  // as wide, so that the tables are laid out alike
  Ended own = run({"--quick", "--alone"}, {contestant(Catalogue::built_in().make(text), name)});
  for (std::size_t at; (at = own.out.find(name)) != std::string::npos;) own.out.replace(at, name.size(), text);
  EXPECT_EQ(own.out, run({"--quick", "--alone", "--model", text}).out);
}

TEST(QualityProgram, SaysWhatIsWrong) {
  EXPECT_EQ(run({"--fast"}).code, 2);
  EXPECT_EQ(run({"--fast"}).complaint,
            "unknown option '--fast'; there are --quick, --seeds N, --csv FILE, --model TEXT, --alone\n");
  EXPECT_EQ(run({"--seeds", "0"}).complaint, "--seeds takes a whole number from 1, not '0'\n");
  EXPECT_EQ(run({"--seeds"}).complaint, "--seeds takes a value\n");
  EXPECT_EQ(run({"--alone"}).complaint, "--alone leaves no model: give one by --model TEXT\n");
  EXPECT_NE(run({"--quick", "--model", "no_such_model"}).complaint.find("no_such_model"), std::string::npos);
  EXPECT_EQ(run({"--quick", "--alone", "--model", "decayed_sum", "--csv", "/no/such/folder/x.csv"}).code, 2);
}

}  // namespace
}  // namespace detente::quality
